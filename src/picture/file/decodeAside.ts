import { join } from 'node:path';
import { projectFolder } from '../../files/projectFolder';
import {
  createThreadLender,
  startWatchedThread,
  type ThreadLimits,
} from '../../files/watchedThread';
import type { DecodedPage, DecoderName } from './decoders';
import type { DecoderAnswer, DecoderQuestion } from './decoderThread';
import { MAX_MEMORY, TooLargeError } from './pictureLimits';

/** What a decoder may take for a page: more for large files, which are what they say more often than small ones. */
const limitsFor = ({ length }: Uint8Array): ThreadLimits => ({
  patience: 7 + (3 * length) / 1e6,
  memory: MAX_MEMORY + 20 * length,
});

const threads = createThreadLender<DecoderQuestion, DecoderAnswer>(() =>
  startWatchedThread(
    join(projectFolder(), 'dist', 'picture', 'file', 'decoderThread.js'),
    MAX_MEMORY,
  ),
);

/**
 * Decodes the pages of a picture file in a thread of its own, which is ended where it takes too long or too much
 * memory: damaged files make some decoders do so. What a decoder prints is lost.
 *
 * @param bytes the file's content
 * @throws TooLargeError where a page has more pixels than are read
 * @throws Error where the file is damaged
 */
export async function* decodeAside(
  decoder: DecoderName,
  bytes: Uint8Array,
): AsyncGenerator<DecodedPage, void> {
  const limits = limitsFor(bytes);
  const thread = threads.take();
  try {
    let question: DecoderQuestion = { decoder, bytes };
    for (;;) {
      const answer = await thread.ask(question, limits);
      if (answer.kind === 'end') return;
      if (answer.kind === 'tooLarge') throw new TooLargeError(answer.width, answer.height);
      if (answer.kind === 'damaged') {
        if (!answer.isSound) await thread.end();
        throw new Error(answer.reason);
      }
      yield answer.page;
      question = 'next';
    }
  } finally {
    threads.giveBack(thread);
  }
}
