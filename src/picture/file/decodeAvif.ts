import type { Bitmap } from './bitmap';
import { decodeBySquoosh, type SquooshCodec } from './squooshCodec';

const codec: SquooshCodec = {
  load: () => import('@jsquash/avif/decode.js'),
  code: '@jsquash/avif/codec/dec/avif_dec.wasm',
};

/**
 * Decodes an AVIF picture.
 *
 * @param bytes the file's content
 * @throws Error where the file is damaged
 */
export function decodeAvif(bytes: Buffer): Promise<Bitmap> {
  return decodeBySquoosh(codec, bytes);
}
