import { describe, expect, it } from 'vitest';
import { measure } from '../../../tools/bench/measure';
import { time, type Quantity } from '../../../tools/bench/row';
import { competitor } from './samples';

const points: Quantity = { key: 'points', title: 'points', unit: '', better: 'higher' };

const measureScript = (script: string, quantities = [points]): ReturnType<typeof measure> =>
  measure(competitor('sample', script), quantities, 3);

describe('measuring a run', () => {
  it('takes the figures from the last line of JSON', async () => {
    const script = `console.log('{"points":1}\\nhello\\n{"points":2}'); console.error('noise')`;
    expect((await measureScript(script)).points).toBe(2);
  });

  it('takes the wall clock where the process tells no time, and what it tells where it does', async () => {
    const waiting = 'setTimeout(() => {}, 300)';
    expect((await measureScript(waiting, [time])).seconds).toBeGreaterThan(0.3);
    const telling = `${waiting}; console.log('{"seconds":0.001}')`;
    expect((await measureScript(telling, [time])).seconds).toBe(0.001);
  });

  it('tells the process its seed and when it was started', async () => {
    const script = `console.log(JSON.stringify({
      points: Number(process.env.BENCH_SEED),
      age: Date.now() / 1000 - process.env.BENCH_STARTED }))`;
    const { points: seed, age, seconds } = await measureScript(script);
    expect(seed).toBe(3);
    expect(age).toBeGreaterThan(0);
    expect(age).toBeLessThanOrEqual(seconds + 0.01);
  });

  it('fails with the error that ended the process', async () => {
    await expect(measureScript("throw new RangeError('too long')")).rejects.toThrow(
      /^exit code 1: RangeError: too long$/,
    );
    const script = "console.error('not 99 %'); process.exitCode = 4";
    await expect(measureScript(script)).rejects.toThrow(/^exit code 4: not 99 %$/);
  });

  it('fails where a quantity is not told, or is no number', async () => {
    await expect(measureScript("console.log('done')")).rejects.toThrow(
      'expected a number for points, found undefined',
    );
    await expect(measureScript(`console.log('{"points":null}')`)).rejects.toThrow(
      'expected a number for points, found null',
    );
  });

  it('fails where the answer is another one', async () => {
    const reader = (printed: number): ReturnType<typeof measure> =>
      measure({ ...competitor('reader', `console.log(${printed})`), answer: '7' }, [time], 1);
    expect((await reader(7)).seconds).toBeGreaterThan(0);
    await expect(reader(77)).rejects.toThrow('expected the answer 7, found "77"');
  });
});
