import type { Bitmap } from './bitmap';
import { decodeBySquoosh, type SquooshCodec } from './squooshCodec';

const mozJpeg: SquooshCodec = {
  load: () => import('@jsquash/jpeg/decode.js'),
  code: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
};

/**
 * Decodes a JPEG picture: with MozJPEG in WebAssembly, which takes a fifth of the time that JavaScript takes. What that
 * complains of (damage, ink colours of print) is left to the slower decoder, which knows more kinds and refuses what
 * is damaged.
 *
 * @param bytes the file's content
 * @throws Error where the file is damaged
 */
export async function decodeJpeg(bytes: Buffer): Promise<Bitmap> {
  return (await decodeFast(bytes)) ?? (await import('./decodeRareJpeg.js')).decodeRareJpeg(bytes);
}

/** Decodes a picture that is whole; undefined for any other. */
async function decodeFast(bytes: Buffer): Promise<Bitmap | undefined> {
  try {
    const { complaints, ...bitmap } = await decodeBySquoosh(mozJpeg, bytes);
    return complaints.length === 0 ? bitmap : undefined;
  } catch {
    return undefined;
  }
}
