import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishFolder, isFinished } from '../../src/files/finishedFolder';
import { temporaryFolder } from '../setup/temporaryFolder';

const fillWith =
  (text: string) =>
  (folder: string): Promise<void> => {
    writeFileSync(join(folder, 'library.so'), text);
    return Promise.resolve();
  };

describe('a folder that is whole or not there', () => {
  it('is there after it was filled, and is not filled again', async () => {
    const folder = join(temporaryFolder(), 'deep', 'library');
    expect(isFinished(folder)).toBe(false);
    expect(await finishFolder(folder, fillWith('first'))).toBe(folder);
    expect(isFinished(folder)).toBe(true);
    await finishFolder(folder, fillWith('second'));
    expect(readFileSync(join(folder, 'library.so'), 'utf8')).toBe('first');
  });

  it('is not there when the filling was interrupted', async () => {
    const folder = join(temporaryFolder(), 'library');
    const interrupted = finishFolder(folder, async (unfinished) => {
      await fillWith('half')(unfinished);
      throw new Error('power cut');
    });
    await expect(interrupted).rejects.toThrow('power cut');
    expect(existsSync(folder)).toBe(false);
    await finishFolder(folder, fillWith('whole'));
    expect(readFileSync(join(folder, 'library.so'), 'utf8')).toBe('whole');
  });

  it.each([
    [
      'a file is shorter',
      (file: string) => {
        truncateSync(file, 2);
      },
    ],
    [
      'a file has changed',
      (file: string) => {
        writeFileSync(file, 'whale');
      },
    ],
    [
      'its list of files is cut',
      (file: string) => {
        truncateSync(join(file, '..', 'sha256.json'), 5);
      },
    ],
  ])('is made again where %s', async (_, damage) => {
    const folder = join(temporaryFolder(), 'library');
    await finishFolder(folder, fillWith('whole'));
    damage(join(folder, 'library.so'));
    expect(isFinished(folder)).toBe(false);
    await finishFolder(folder, fillWith('again'));
    expect(readFileSync(join(folder, 'library.so'), 'utf8')).toBe('again');
  });
});
