// A thread that decodes picture files, a page each time that it is asked.
import { parentPort } from 'node:worker_threads';
import { reasonOf } from '../../numbers/quote';
import { decoders, LeftTo, type DecodedPage, type DecoderName } from './decoders';
import { checkSize, RefusedPicture } from './pictureLimits';

/** What the thread is asked for: the first page of a file, or the next one. */
export type DecoderQuestion =
  { readonly decoder: DecoderName; readonly bytes: Uint8Array } | 'next';

/** What it answers. */
export type DecoderAnswer =
  | { readonly kind: 'page'; readonly page: DecodedPage; readonly isLast: boolean }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'leftTo'; readonly decoder: DecoderName }
  /** Unless it is sound, the decoder must not be used again. */
  | { readonly kind: 'damaged'; readonly reason: string; readonly isSound: boolean };

async function* decode(decoder: DecoderName, bytes: Uint8Array): AsyncGenerator<DecodedPage, void> {
  const decodePages = await decoders[decoder]();
  yield* decodePages(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), checkSize);
}

/** The pixels in memory that can be handed over: of a decoder's own memory, a copy. */
function handOver(data: Uint8Array | Uint8ClampedArray): Uint8Array {
  return data.byteLength === data.buffer.byteLength
    ? new Uint8Array(data.buffer)
    : new Uint8Array(data);
}

let pages: AsyncGenerator<DecodedPage, void> | undefined;
let hasPages = false;

async function answer(question: DecoderQuestion): Promise<DecoderAnswer> {
  try {
    if (question !== 'next') {
      // Of a file whose pages were not all asked for, the decoder is let go.
      await pages?.return();
      pages = decode(question.decoder, question.bytes);
      hasPages = ['tiff', 'pdf'].includes(question.decoder);
    }
    const { value } = await pages!.next();
    if (!value) return { kind: 'end' };
    // Some decoders find another size than the file's header tells.
    checkSize(value.width, value.height);
    return { kind: 'page', page: { ...value, data: handOver(value.data) }, isLast: !hasPages };
  } catch (error) {
    if (error instanceof LeftTo) return { kind: 'leftTo', decoder: error.decoder };
    if (error instanceof RefusedPicture) return { kind: 'refused', reason: error.message };
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
