import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadClassifier } from '../../src/classifier/folder/loadClassifier';
import { sliceDigits, type DigitSet } from '../../src/digits/digitSet';
import { loadMnist } from '../../src/digits/mnist';
import { runDigits } from './runDigits';

const python = process.env.PEERS_PYTHON;
if (!python) console.error('PEERS_PYTHON names no Python: exported models are not run by others.');

let digits: DigitSet;

beforeAll(async () => {
  digits = sliceDigits((await loadMnist()).train, 0, 100);
});

describe('digits export', () => {
  it('writes a model that can be loaded again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    const { status, stdout } = await runDigits(['export', '--to', 'tfjs', folder]);
    expect(status).toBe(0);
    expect(stdout).toContain(join(folder, 'model.json'));
    expect(readFileSync(join(folder, 'weights.bin'))).toEqual(
      readFileSync(join(__dirname, '../../models/standard/weights.bin')),
    );
  });

  it('knows three formats', async () => {
    const { status, stderr } = await runDigits(['export', '--to', 'pdf', 'out/x']);
    expect(status).toBe(2);
    expect(stderr).toContain('onnx, keras, tfjs');
  });

  it.skipIf(!python).each(['standard', 'best'])(
    'writes %s so that ONNX Runtime and Keras answer as we do',
    async (model) => {
      const folder = mkdtempSync(join(tmpdir(), 'export-'));
      for (const format of ['onnx', 'keras']) {
        const { status } = await runDigits(['export', '--model', model, '--to', format, folder]);
        expect(status).toBe(0);
      }
      writeFileSync(join(folder, 'images.bin'), digits.images);
      const script = join(__dirname, 'checkExport.py');
      const output = execFileSync(python!, [script, folder], { encoding: 'utf8' });
      const answers = JSON.parse(output) as Record<'onnx' | 'keras', number[][]>;
      const classify = await loadClassifier(model);
      const ours = await classify(digits.images, digits.count);
      classify.dispose();
      for (const theirs of Object.values(answers)) {
        const differences = theirs.flat().map((value, at) => Math.abs(value - ours[at]));
        expect(differences).toHaveLength(1000);
        expect(Math.max(...differences)).toBeLessThan(1e-4);
      }
    },
  );
});

describe('a model of Keras', () => {
  it.skipIf(!python)('is evaluated as Keras answers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keras-'));
    writeFileSync(join(folder, 'images.bin'), digits.images);
    execFileSync(python!, [join(__dirname, 'makeKeras.py'), folder]);
    const theirs = new Float32Array(
      new Uint8Array(readFileSync(join(folder, 'answers.bin'))).buffer,
    );
    const classify = await loadClassifier(join(folder, 'model.h5'));
    const ours = await classify(digits.images, digits.count);
    classify.dispose();
    const differences = Array.from(theirs, (value, at) => Math.abs(value - ours[at]));
    expect(differences).toHaveLength(1000);
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  });
});
