// A thread that decodes picture files, a page each time that it is asked.
import { parentPort } from 'node:worker_threads';
import { reasonOf } from '../../numbers/quote';
import { decoders, type DecodedPage, type DecoderName } from './decoders';
import { checkSize, TooLargeError } from './pictureLimits';

/** What the thread is asked for: the first page of a file, or the next one. */
export type DecoderQuestion =
  { readonly decoder: DecoderName; readonly bytes: Uint8Array } | 'next';

/** What it answers. */
export type DecoderAnswer =
  | { readonly kind: 'page'; readonly page: DecodedPage }
  | { readonly kind: 'end' }
  | { readonly kind: 'tooLarge'; readonly width: number; readonly height: number }
  /** Unless it is sound, the decoder must not be used again. */
  | { readonly kind: 'damaged'; readonly reason: string; readonly isSound: boolean };

async function* decode(decoder: DecoderName, bytes: Uint8Array): AsyncGenerator<DecodedPage, void> {
  const decodePages = await decoders[decoder]();
  yield* decodePages(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), checkSize);
}

let pages: AsyncGenerator<DecodedPage, void> | undefined;

async function answer(question: DecoderQuestion): Promise<DecoderAnswer> {
  try {
    if (question !== 'next') {
      // Of a file whose pages were not all asked for, the decoder is let go.
      await pages?.return();
      pages = decode(question.decoder, question.bytes);
    }
    const { value } = await pages!.next();
    if (!value) return { kind: 'end' };
    const { width, height, data, orientation } = value;
    // A copy, for the decoder's own memory cannot be handed over.
    const page = { width, height, data: new Uint8Array(data) };
    return { kind: 'page', page: orientation === undefined ? page : { ...page, orientation } };
  } catch (error) {
    if (error instanceof TooLargeError) {
      return { kind: 'tooLarge', width: error.width, height: error.height };
    }
    const isSound = !(error instanceof WebAssembly.RuntimeError);
    return { kind: 'damaged', reason: reasonOf(error), isSound };
  }
}

parentPort!.on('message', (question: DecoderQuestion) => {
  void answer(question).then((found) => {
    const own = found.kind === 'page' ? [found.page.data.buffer as ArrayBuffer] : [];
    parentPort!.postMessage(found, own);
  });
});
