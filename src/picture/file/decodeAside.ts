import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../files/projectFolder';
import type { ThreadLimits } from '../../processes/threadProcess';
import { createTurns } from '../../processes/turns';
import {
  createThreadLender,
  startWatchedThread,
  type WatchedThread,
} from '../../processes/watchedThread';
import type { DecodedPage, DecoderName } from './decoders';
import type { DecoderAnswer, DecoderQuestion } from './decoderThread';
import { MAX_MEMORY, RefusedPicture } from './pictureLimits';

/** What a decoder may take for a page: longer for large files, which are what they say more often than small ones. */
const limitsFor = ({ length }: Uint8Array): ThreadLimits => ({
  patience: 5 + (3 * length) / 1e6,
  memory: MAX_MEMORY,
});

type DecoderThread = WatchedThread<DecoderQuestion, DecoderAnswer>;

const threads = createThreadLender<DecoderQuestion, DecoderAnswer>(() =>
  startWatchedThread(
    join(projectFolder(), 'dist', 'picture', 'file', 'decoderThread.js'),
    MAX_MEMORY,
  ),
);

/** More pictures at once would take more memory, and no less time. */
const inTurn = createTurns(availableParallelism());

/**
 * Decodes the pages of a picture file in a thread that is ended where it takes too long or too much memory: damaged
 * files make some decoders do so. What a decoder prints is lost.
 *
 * @param bytes the file's content
 * @throws RefusedPicture where a page has more pixels than are read, or is of a kind that is not known
 * @throws Error where the file is damaged
 */
export async function* decodeAside(
  decoder: DecoderName,
  bytes: Uint8Array,
): AsyncGenerator<DecodedPage, void> {
  const limits = limitsFor(bytes);
  let thread: DecoderThread | undefined;
  const giveBack = (): void => {
    if (thread) threads.giveBack(thread);
    thread = undefined;
  };
  try {
    let question: DecoderQuestion = { decoder, bytes };
    for (;;) {
      const answer = await inTurn(() => (thread ??= threads.take()).ask(question, limits));
      if (answer.kind === 'end') return;
      if (answer.kind === 'refused') throw new RefusedPicture(answer.reason);
      if (answer.kind === 'damaged') {
        if (!answer.isSound) thread?.end();
        throw new Error(answer.reason);
      }
      if (answer.kind === 'leftTo') {
        thread?.end();
        giveBack();
        question = { decoder: answer.decoder, bytes };
        continue;
      }
      if (answer.isLast) giveBack();
      yield answer.page;
      if (answer.isLast) return;
      question = 'next';
    }
  } finally {
    giveBack();
  }
}
