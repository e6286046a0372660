import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(__dirname, '..');

/** The script that the README shows, for a picture that is there. */
function readmeScript(): string {
  const [, script] = /```ts\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
  return script.replace('photo.jpg', join(root, 'data/sample-page.png').replaceAll('\\', '/'));
}

/** A folder of somebody else's, who has installed this package. */
function otherProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/handwritten-digit-recognition'), 'junction');
  return folder;
}

describe("another project's script", () => {
  it('reads a picture as the README says', () => {
    const path = join(otherProject(), 'script.mjs');
    writeFileSync(path, readmeScript());
    const printed = execFileSync(process.execPath, [path], { encoding: 'utf8' });
    const lines = printed.trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      '3141592653',
      '2718281828',
      '1618033988',
      '1414213562',
    ]);
    for (const line of lines) {
      const [text, value, confidence] = line.split(' ');
      expect(value).toBe(text);
      expect(Number(confidence)).toBeGreaterThan(0);
      expect(Number(confidence)).toBeLessThanOrEqual(1);
    }
  });
});
