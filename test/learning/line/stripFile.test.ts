import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasStrips, writeStrips } from '../../../src/learning/line/stripFile';

const folder = mkdtempSync(join(tmpdir(), 'strips-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const stripOf = (
  width: number,
  value: number,
  text: string,
): Parameters<typeof writeStrips>[2][number] => ({
  width,
  contrast: new Int8Array(48 * width).fill(value),
  text,
});

describe('files of strips', () => {
  it('hold contrast one strip after another, and texts beside it', () => {
    const into = join(folder, 'new');
    expect(hasStrips(into, 32)).toBe(false);
    writeStrips(into, 32, [stripOf(8, -3, '12'), stripOf(12, 127, '')]);
    expect(readdirSync(into).sort()).toEqual(['strips-0000032.bin', 'strips-0000032.json']);
    const contrast = new Int8Array(readFileSync(join(into, 'strips-0000032.bin')));
    expect(contrast).toEqual(
      Int8Array.from({ length: 48 * 20 }, (_, at) => (at < 48 * 8 ? -3 : 127)),
    );
    expect(JSON.parse(readFileSync(join(into, 'strips-0000032.json'), 'utf8'))).toEqual({
      first: 32,
      strips: [
        { width: 8, text: '12' },
        { width: 12, text: '' },
      ],
    });
    expect(hasStrips(into, 32)).toBe(true);
    expect(hasStrips(into, 0)).toBe(false);
  });

  it('are not there where one of them is missing', () => {
    const into = join(folder, 'half');
    writeStrips(into, 0, [stripOf(8, 1, '1')]);
    rmSync(join(into, 'strips-0000000.bin'));
    expect(hasStrips(into, 0)).toBe(false);
  });

  it('hold no more than the part of a buffer that is a strip', () => {
    const into = join(folder, 'part');
    const contrast = new Int8Array(2 * 48 * 8).fill(5).subarray(48 * 8);
    writeStrips(into, 0, [{ width: 8, contrast, text: '1' }]);
    expect(readFileSync(join(into, 'strips-0000000.bin'))).toHaveLength(48 * 8);
  });
});
