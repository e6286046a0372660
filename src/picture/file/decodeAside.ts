import { join } from 'node:path';
import { projectFolder } from '../../files/projectFolder';
import { startWatchedThread } from '../../files/watchedThread';
import type { DecodedPage, DecoderName } from './decoders';
import type { DecoderAnswer, DecoderData } from './decoderThread';
import { MAX_MEMORY, TooLargeError } from './pictureLimits';

/** Seconds that a decoder may take for a page; more for large files. */
const patienceFor = (bytes: Uint8Array): number => 8 + (5 * bytes.length) / 1e6;

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
  const thread = startWatchedThread<DecoderAnswer>(
    join(projectFolder(), 'dist', 'picture', 'file', 'decoderThread.js'),
    { decoder, bytes } satisfies DecoderData,
    { patience: patienceFor(bytes), memory: MAX_MEMORY },
  );
  try {
    for (;;) {
      const answer = await thread.ask();
      if (answer.kind === 'end') return;
      if (answer.kind === 'tooLarge') throw new TooLargeError(answer.width, answer.height);
      if (answer.kind === 'damaged') throw new Error(answer.reason);
      yield answer.page;
    }
  } finally {
    await thread.end();
  }
}
