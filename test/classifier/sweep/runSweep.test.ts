import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planSweep, type SweepDescription } from '../../../src/classifier/sweep/planSweep';
import { isFinished, type TrialResult } from '../../../src/classifier/sweep/trial';
import { runSweep } from '../../../src/classifier/sweep/runSweep';
import { temporaryFolder } from '../../setup/temporaryFolder';

const description: SweepDescription = {
  preset: 'quick',
  trainingCount: 200,
  values: { epochs: [2], batchSize: [50], 'layers.0.filters': [4], 'layers.3.size': [3] },
};
/** A filter that is larger than what it looks at: no such network can be built. */
const tooLarge = 25;
const stepsAnEpoch = 4;

function sweepWith(values: SweepDescription['values'], folder: string) {
  const trials = planSweep({ ...description, values: { ...description.values, ...values } });
  const told: [size: unknown, isKept: boolean][] = [];
  const firstSteps: number[] = [];
  const results = runSweep(trials, {
    folder,
    onProgress: ({ step }) => firstSteps.push(step),
    onResult: ({ trial }, isKept) => told.push([trial.values['layers.3.size'], isKept]),
  });
  return results.then((results) => ({ results, told, firstSteps }));
}

const withoutTime = (results: readonly TrialResult[]): unknown[] =>
  results.map((result) =>
    isFinished(result) ? result.history.map((epoch) => ({ ...epoch, seconds: 0 })) : result,
  );

describe('a sweep', () => {
  it('trains only what it has not yet, and what has failed', async () => {
    const folder = temporaryFolder();
    const first = await sweepWith({ 'layers.3.size': [3, tooLarge] }, folder);
    expect(first.results.map(isFinished)).toEqual([true, false]);
    expect(first.told.map(([, isKept]) => isKept)).toEqual([false, false]);
    expect(
      readdirSync(join(folder, 'trials')).filter((name) => name.endsWith('.json')),
    ).toHaveLength(1);

    const second = await sweepWith({ 'layers.3.size': [2, 3, tooLarge] }, folder);
    expect(second.results.map(isFinished)).toEqual([true, true, false]);
    expect(second.told[0]).toEqual([3, true]);
    expect(second.told.slice(1).sort()).toEqual([
      [2, false],
      [tooLarge, false],
    ]);
    expect(second.results[1]).toEqual(first.results[0]);
    // What it has kept holds for the same training by another sweep, which names other settings.
    const third = planSweep({ ...description, values: { ...description.values, warmUp: [0.3] } });
    const [result] = await runSweep(third, { folder });
    expect(result).toEqual({ ...first.results[0], trial: third[0] });
  });

  it('trains a trial again whose result is not whole', async () => {
    const folder = temporaryFolder();
    const { results } = await sweepWith({ epochs: [1] }, folder);
    const [name] = readdirSync(join(folder, 'trials'));
    writeFileSync(join(folder, 'trials', name), '{"trial":');
    const again = await sweepWith({ epochs: [1] }, folder);
    expect(again.told).toEqual([[3, false]]);
    expect(withoutTime(again.results)).toEqual(withoutTime(results));
    expect(JSON.parse(readFileSync(join(folder, 'trials', name), 'utf8'))).toEqual(
      again.results[0],
    );
  });

  it('that was killed goes on with the epoch that was not finished, and ends the same', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    const dist = join(__dirname, '..', '..', '..', 'dist');
    const script = `
      const { runSweep } = require(${JSON.stringify(join(dist, 'classifier', 'sweep', 'runSweep.js'))});
      const { planSweep } = require(${JSON.stringify(join(dist, 'classifier', 'sweep', 'planSweep.js'))});
      runSweep(planSweep(${JSON.stringify(description)}), {
        folder: ${JSON.stringify(folder)},
        onProgress: ({ step }) => step > ${stepsAnEpoch} && process.kill(process.pid, 'SIGKILL'),
      });`;
    await new Promise((resolve) => execFile(process.execPath, ['--eval', script], resolve));
    const { results, firstSteps } = await sweepWith({}, folder);
    expect(firstSteps[0]).toBeGreaterThan(stepsAnEpoch);
    const whole = await sweepWith({}, other);
    expect(whole.firstSteps[0]).toBe(1);
    expect(withoutTime(results)).toEqual(withoutTime(whole.results));
  });

  it('comes to the same where a part of it was there before', async () => {
    const folder = temporaryFolder();
    const whole = await sweepWith({ 'layers.3.size': [2, 3] }, folder);
    const [name] = readdirSync(join(folder, 'trials')).filter((file) => file.endsWith('.json'));
    rmSync(join(folder, 'trials', name));
    const again = await sweepWith({ 'layers.3.size': [2, 3] }, folder);
    expect(again.told.map(([, isKept]) => isKept)).toEqual([true, false]);
    expect(withoutTime(again.results)).toEqual(withoutTime(whole.results));
  });

  it('goes on where a process dies, and says of what', async () => {
    const before = process.env.DIGITS_ENGINE;
    process.env.DIGITS_ENGINE = 'gpu';
    try {
      const { results } = await sweepWith({ 'layers.3.size': [2, 3] }, temporaryFolder());
      for (const result of results) {
        expect('error' in result && result.error).toMatch(
          /^the process ended: DIGITS_ENGINE: expected native or wasm, found "gpu"/,
        );
      }
    } finally {
      if (before === undefined) delete process.env.DIGITS_ENGINE;
      else process.env.DIGITS_ENGINE = before;
    }
  });
});
