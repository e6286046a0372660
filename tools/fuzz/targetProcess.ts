import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import type { FuzzCase } from './runCase';
import type { TargetAnswer } from './target';
import { compiledTool } from '../compiled';

/** A process that runs one case after another, and is started anew where one has ended it. */
export interface Target {
  readonly run: (fuzzCase: FuzzCase) => Promise<TargetAnswer>;
  /** Ends the process; the next case starts another. */
  readonly stop: () => void;
}

/** Cases that one process runs: what libraries never free must not count against later ones. */
const CASES_A_PROCESS = 2000;
/** Above this a process is started anew, for its peak hides those of later cases. */
const WORN_MEMORY = 8e8;

/**
 * Creates what runs cases in a process of their own.
 *
 * @param printed the file that all goes to that the process prints
 * @param patience seconds after which a case is ended
 */
export function createTarget(printed: string, patience: number): Target {
  const output = openSync(printed, 'a+');
  let child: ChildProcess | undefined;
  let count = 0;
  const stop = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const start = async (): Promise<ChildProcess> => {
    count = 0;
    const started = fork(compiledTool('fuzz', 'target.js'), {
      execArgv: ['--expose-gc'],
      env: { ...process.env, DIGITS_ENGINE: 'wasm' },
      stdio: ['ignore', output, output, 'ipc'],
    });
    // Loading counts for no case.
    const ready = await Promise.race([once(started, 'message'), once(started, 'exit')]);
    if (ready[0] === 'ready') return started;
    throw new Error(
      `expected a process that runs cases, found that it ended: ${readFileSync(printed, 'utf8')}`,
    );
  };
  const run = async (fuzzCase: FuzzCase): Promise<TargetAnswer> => {
    child ??= await start();
    ftruncateSync(output);
    const answer = await ask(child, fuzzCase, patience);
    if (answer.isEnded || ++count >= CASES_A_PROCESS || answer.memory > WORN_MEMORY) stop();
    // A file, unlike a pipe, holds all that was printed before the answer.
    if (fstatSync(output).size === 0) return answer;
    const text = readFileSync(printed, 'utf8').slice(0, 2000);
    return { ...answer, outcome: 'failed', message: `${answer.message}\nprinted: ${text}` };
  };
  return { run, stop };
}

function ask(
  child: ChildProcess,
  fuzzCase: FuzzCase,
  patience: number,
): Promise<TargetAnswer & { readonly isEnded: boolean }> {
  const failed = { outcome: 'failed', memory: 0, isEnded: true } as const;
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  return new Promise((resolve) => {
    const finish = (answer: TargetAnswer & { readonly isEnded: boolean }): void => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('exit');
      resolve(answer);
    };
    const fail = (message: string): void => {
      finish({ ...failed, seconds: seconds(), message });
    };
    const timer = setTimeout(() => {
      fail(`no end after ${patience} s`);
    }, patience * 1000);
    child.once('message', (answer: TargetAnswer) => {
      finish({ ...answer, isEnded: false });
    });
    child.once('exit', (status, signal) => {
      fail(`the process ended: ${signal ?? `exit code ${status}`}`);
    });
    child.send(fuzzCase, (error) => {
      if (error) fail('the process ended after the case before');
    });
  });
}
