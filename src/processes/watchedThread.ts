import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../files/projectFolder';
import type { ThreadLimits, ThreadReport, ThreadTask, ThreadUse } from './threadProcess';

/** A thread for what may never end, or eat all memory. */
export interface WatchedThread<Question, Answer> {
  /**
   * Asks a question; the thread answers it before the next.
   *
   * @throws Error where it takes longer or too much memory, or the thread fails; that ends the thread
   */
  readonly ask: (question: Question, limits: ThreadLimits) => Promise<Answer>;
  readonly end: () => void;
  readonly isEnded: () => boolean;
}

let used: ThreadUse = { seconds: 0, memory: 0 };

/** What the threads that this process has asked have taken so far, as far as they have answered. */
export const threadUse = (): ThreadUse => used;

/**
 * Starts a thread in a process of its own: there its time and memory can be told from those of others, nothing that it
 * prints is seen, and it can be ended whatever it does.
 *
 * @param file its compiled code, which answers each message with another one
 * @param heap bytes that it may take of JavaScript's own memory
 */
export function startWatchedThread<Question, Answer>(
  file: string,
  heap: number,
): WatchedThread<Question, Answer> {
  const child = fork(
    join(projectFolder(), 'dist', 'processes', 'threadProcess.js'),
    [file, `${heap}`],
    {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  );
  // Only its answers are waited for.
  child.unref();
  child.channel?.unref();
  let isEnded = false;
  const end = (): void => {
    isEnded = true;
    child.kill('SIGKILL');
  };
  // An error that comes while nobody asks is nobody's.
  child.on('error', end).once('exit', end);
  const ask = async (question: Question, limits: ThreadLimits): Promise<Answer> => {
    child.channel?.ref();
    const { use, ...told } = await reportOf(child, { question, limits });
    child.channel?.unref();
    used = { seconds: used.seconds + use.seconds, memory: Math.max(used.memory, use.memory) };
    if ('answer' in told) return told.answer as Answer;
    end();
    throw new Error(told.failure);
  };
  return { ask, end, isEnded: () => isEnded };
}

/** Gives a process a task, and waits for its report, or its end. */
function reportOf(child: ChildProcess, task: ThreadTask): Promise<ThreadReport> {
  return new Promise((resolve) => {
    const finish = (report: ThreadReport): void => {
      child.off('message', finish).off('exit', fail).off('error', fail);
      resolve(report);
    };
    const fail = (): void => {
      finish({ failure: 'its process ended', use: { seconds: 0, memory: 0 } });
    };
    child.once('message', finish).once('exit', fail).once('error', fail);
    child.send(task, (error) => {
      if (error) fail();
    });
  });
}

/** Lends threads of a kind. */
export interface ThreadLender<Question, Answer> {
  readonly take: () => WatchedThread<Question, Answer>;
  readonly giveBack: (thread: WatchedThread<Question, Answer>) => void;
}

/**
 * Keeps a thread that was used for the next use: to start one takes longer than most of what it does.
 *
 * @param start starts a thread
 */
export function createThreadLender<Question, Answer>(
  start: () => WatchedThread<Question, Answer>,
): ThreadLender<Question, Answer> {
  let idle: WatchedThread<Question, Answer> | undefined;
  return {
    take: () => {
      const thread = idle && !idle.isEnded() ? idle : start();
      idle = undefined;
      return thread;
    },
    giveBack: (thread) => {
      if (thread.isEnded()) return;
      if (idle) thread.end();
      else idle = thread;
    },
  };
}
