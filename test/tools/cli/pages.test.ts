import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from 'prettier';
import { describe, expect, it } from 'vitest';
import { degradations, type Degradation } from '../../../src/digits/degrade';
import { disputedLabels } from '../../../src/digits/disputedLabels';
import { loadMnist } from '../../../src/digits/mnist';
import { nonDigits } from '../../../src/digits/nonDigits';
import { modelFolder } from '../../../src/files/shippedModels';
import { decodePicture } from '../../../src/picture/file/readPicture';
import { loadCard } from '../../../src/classifier/folder/modelFolder';
import { saveSample } from '../../../tools/faults/sampleNetwork';
import { runTools } from '../../cli/runDigits';

interface Page {
  readonly text: string;
  /** The cells of all rows of its tables, headers included. */
  readonly rows: readonly (readonly string[])[];
}

/** Lets a command write its page, and looks at what every page must have. */
async function writtenBy(command: string, model = 'standard'): Promise<Page> {
  const path = join(mkdtempSync(join(tmpdir(), 'page-')), 'pages', 'page.md');
  const { status, stdout } = await runTools([command, path, '--model', model]);
  expect(status).toBe(0);
  expect(stdout).toContain(path);
  const text = readFileSync(path, 'utf8');
  expect(await check(text, { parser: 'markdown' })).toBe(true);
  expect(text).toContain(`npm run ${command} -- --model ${model}`);
  expect(text).toContain('](page.png)');
  const picture = await decodePicture(readFileSync(path.replace('.md', '.png')));
  expect(picture.width).toBe(1400);
  const table = text.split('\n').filter((line) => /^\| .*[^-| ]/.test(line));
  return {
    text,
    rows: table.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  };
}

describe('digits mistakes', () => {
  it('writes a page with all test digits that are missed', async () => {
    const { accuracy } = loadCard(modelFolder('standard'))!.test;
    const { text, rows } = await writtenBy('mistakes');
    const [, ...mistakes] = rows;
    expect(mistakes.length).toBe(Math.round(10_000 * (1 - accuracy)));
    const { labels } = (await loadMnist()).test;
    const disputed = new Map(disputedLabels.map(({ index, readings }) => [index, readings]));
    let known = 0;
    for (const [index, label, answer, confidence, readings] of mistakes) {
      expect(Number(label)).toBe(labels[Number(index)]);
      expect(answer).not.toBe(label);
      expect(confidence).toMatch(/^\d\d\.\d\d %$/);
      expect(readings.replaceAll(' ', '')).toBe(disputed.get(Number(index)) ?? '');
      if (readings) known++;
    }
    expect(text).toContain(`The model misses ${known} of these`);
  });
});

describe('digits degrade', () => {
  it('writes a page of what is right and how sure, for all damages and what is no digit', async () => {
    // What it answers does not matter, and this one is quick.
    const model = join(mkdtempSync(join(tmpdir(), 'page-')), 'model');
    await saveSample('earlier', model);
    const { rows } = await writtenBy('degrade', model);
    const damages = Object.entries<Degradation>(degradations).flatMap(([kind, { strengths }]) =>
      strengths.map((strength) => [kind, String(strength)]),
    );
    const named = rows.map(([kind, strength]) => [kind, strength]);
    expect(named.slice(1, 2 + damages.length)).toEqual([['none', ''], ...damages]);
    expect(named.slice(-4).map(([kind]) => kind)).toEqual(Object.keys(nonDigits));
  });
});

it.each(['mistakes', 'degrade'])('%s writes nothing but a page', async (command) => {
  const { status, stderr } = await runTools([command, 'page.txt']);
  expect(status).toBe(2);
  expect(stderr).toContain('Expected a .md file, found "page.txt"');
});
