// A thread that decodes a picture file, a page each time that it is asked.
import { parentPort, workerData } from 'node:worker_threads';
import { decoders, type DecodedPage, type DecoderName } from './decoders';
import { checkSize, TooLargeError } from './pictureLimits';
import { reasonOf } from '../../numbers/quote';

/** What the thread starts with. */
export interface DecoderData {
  readonly decoder: DecoderName;
  readonly bytes: Uint8Array;
}

/** What it answers. */
export type DecoderAnswer =
  | { readonly kind: 'page'; readonly page: DecodedPage }
  | { readonly kind: 'end' }
  | { readonly kind: 'tooLarge'; readonly width: number; readonly height: number }
  | { readonly kind: 'damaged'; readonly reason: string };

async function* decode({ decoder, bytes }: DecoderData): AsyncGenerator<DecodedPage, void> {
  const decodePages = await decoders[decoder]();
  yield* decodePages(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), checkSize);
}

const pages = decode(workerData as DecoderData);

async function nextAnswer(): Promise<DecoderAnswer> {
  try {
    const { value } = await pages.next();
    if (!value) return { kind: 'end' };
    const { width, height, data, orientation } = value;
    // A copy, for the decoder's own memory cannot be handed over.
    const page = { width, height, data: new Uint8Array(data) };
    return { kind: 'page', page: orientation === undefined ? page : { ...page, orientation } };
  } catch (error) {
    if (error instanceof TooLargeError) {
      return { kind: 'tooLarge', width: error.width, height: error.height };
    }
    return { kind: 'damaged', reason: reasonOf(error) };
  }
}

parentPort!.on('message', () => {
  void nextAnswer().then((answer) => {
    const own = answer.kind === 'page' ? [answer.page.data.buffer as ArrayBuffer] : [];
    parentPort!.postMessage(answer, own);
  });
});
