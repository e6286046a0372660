import type { Bitmap } from './bitmap';
import { decodeBySquoosh, type SquooshCodec } from './squooshCodec';

const codec: SquooshCodec = {
  load: () => import('@jsquash/webp/decode.js'),
  code: '@jsquash/webp/codec/dec/webp_dec.wasm',
};

/**
 * Decodes a WebP picture.
 *
 * @param bytes the file's content
 * @throws Error where the file is damaged
 */
export function decodeWebp(bytes: Buffer): Promise<Bitmap> {
  return decodeBySquoosh(codec, bytes);
}
