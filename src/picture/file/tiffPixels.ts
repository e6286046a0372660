import utif, { type IFD } from 'utif2';
import { RefusedPicture } from './pictureLimits';
import { tiffTag } from './tiffDirectory';

const tag = {
  ...tiffTag,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  samplesPerPixel: 277,
  planarConfiguration: 284,
  predictor: 317,
} as const;

/** Ways to pack pixels that are known, by their numbers in a file: none, fax, LZW, JPEG, ZIP, PackBits and ThunderScan. */
const knownPackings = [1, 2, 3, 4, 5, 6, 7, 8, 32773, 32809, 32946, 34892];
const jpegPackings = [6, 7, 34892];
const strangers: Readonly<Record<number, string>> = {
  34661: 'JBIG',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  50000: 'Zstandard',
  50001: 'WebP',
  50002: 'JPEG XL',
};
const [WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, INKS] = [0, 1, 2, 3, 5];

/** A number of a directory: the first of a tag's values. */
export function valueOf(directory: IFD, number: number): number | undefined {
  const value = (directory[`t${number}`] as readonly unknown[] | undefined)?.[0];
  return typeof value === 'number' ? value : undefined;
}

function listOf(directory: IFD, number: number): number[] | undefined {
  return directory[`t${number}`] as number[] | undefined;
}

function refuse(found: string): never {
  throw new RefusedPicture(
    `expected a TIFF picture that is packed by LZW, ZIP, JPEG, PackBits, fax codes or not at all, found ${found}; ` +
      'open it in a viewer and save it as PNG',
  );
}

function checkStorage(directory: IFD): void {
  const packing = valueOf(directory, tag.compression) ?? 1;
  if (!knownPackings.includes(packing)) {
    refuse(`one packed by ${strangers[packing] ?? `method ${packing}`}`);
  }
  const predictor = valueOf(directory, tag.predictor) ?? 1;
  if (predictor > 2) refuse(`one with differences of kind ${predictor}`);
}

/**
 * Decodes a page of a TIFF file.
 *
 * @param file the whole file's content
 * @param directory of the page; it is changed
 * @returns red, green, blue and opacity of each pixel
 * @throws RefusedPicture where its pixels are stored in a way that is not known
 */
export function decodeTiffPixels(file: ArrayBuffer, directory: IFD): Uint8Array {
  checkStorage(directory);
  const samples = valueOf(directory, tag.samplesPerPixel) ?? 1;
  const isPlanar = valueOf(directory, tag.planarConfiguration) === 2 && samples > 1;
  const isJpeg = jpegPackings.includes(valueOf(directory, tag.compression) ?? 1);
  if (isPlanar && isJpeg) refuse('one whose colours are packed one by one by JPEG');
  const photometric = valueOf(directory, tag.photometric);
  if (photometric === INKS && isJpeg) {
    // The decoder of JPEG makes colours of inks.
    const bits = [8, 8, 8];
    Object.assign(directory, { t258: bits, t262: [RGB], t277: [bits.length] });
  }
  useRamp(directory, photometric);
  if (isPlanar) decodePlanes(file, directory, samples);
  else utif.decodeImage(file, directory);
  const pixels =
    photometric === INKS && !isJpeg ? mixInks(directory, samples) : utif.toRGBA8(directory);
  // What the decoder does not know it leaves empty.
  if (!pixels.some((value) => value !== 0)) refuse(`one with colours of kind ${photometric}`);
  return pixels;
}

/** Greys of two or four bits, which the decoder does not all know, become a palette of greys, which it does. */
function useRamp(directory: IFD, photometric: number | undefined): void {
  const bits = valueOf(directory, tag.bitsPerSample);
  if (photometric !== WHITE_IS_ZERO && photometric !== BLACK_IS_ZERO) return;
  if (bits !== 2 && bits !== 4) return;
  const last = 2 ** bits - 1;
  const ramp = Array.from({ length: last + 1 }, (_, value) => (65535 * value) / last);
  if (photometric === WHITE_IS_ZERO) ramp.reverse();
  Object.assign(directory, { t262: [PALETTE], t320: [...ramp, ...ramp, ...ramp] });
}

/** Decodes a page that stores the samples of each kind by themselves, and brings those of each pixel together. */
function decodePlanes(file: ArrayBuffer, directory: IFD, samples: number): void {
  const bits = valueOf(directory, tag.bitsPerSample) ?? 1;
  if (bits % 8 !== 0) refuse(`one with ${bits} bits a colour that are stored one by one`);
  const bytes = bits / 8;
  let all: Uint8Array | undefined;
  for (let plane = 0; plane < samples; plane++) {
    const part = partOf(directory, plane, samples);
    utif.decodeImage(file, part);
    const { data } = part;
    all ??= new Uint8Array(samples * data.length);
    for (let from = 0; from < data.length; from += bytes) {
      const to = from * samples + plane * bytes;
      for (let byte = 0; byte < bytes; byte++) all[to + byte] = data[from + byte];
    }
  }
  const { t256, t257 } = directory as unknown as Record<'t256' | 't257', number[]>;
  Object.assign(directory, { data: all, width: t256[0], height: t257[0] });
}

/** One kind of samples as a grey picture: its strips or tiles follow those of the kind before. */
function partOf(directory: IFD, plane: number, samples: number): IFD {
  const part: IFD = { ...directory, t258: [valueOf(directory, tag.bitsPerSample) ?? 1] };
  Object.assign(part, { t262: [1], t277: [1], t284: [1] });
  for (const number of [
    tag.stripOffsets,
    tag.stripByteCounts,
    tag.tileOffsets,
    tag.tileByteCounts,
  ]) {
    const values = listOf(directory, number);
    if (!values) continue;
    const count = values.length / samples;
    part[`t${number}`] = values.slice(plane * count, (plane + 1) * count);
  }
  return part;
}

/** Makes colours of the ink colours of print: cyan, magenta, yellow and black. */
function mixInks({ data, width, height, ...directory }: IFD, samples: number): Uint8Array {
  const bits = valueOf(directory as IFD, tag.bitsPerSample);
  if (samples < 4 || (bits !== 8 && bits !== 16))
    refuse(`one with ${samples} inks of ${bits} bits`);
  // Of two bytes the second is the higher one.
  const bytes = bits / 8;
  const pixels = new Uint8Array(4 * width * height).fill(255);
  for (let from = bytes - 1, to = 0; to < pixels.length; from += samples * bytes, to += 4) {
    const light = 255 - data[from + 3 * bytes];
    for (let ink = 0; ink < 3; ink++) {
      pixels[to + ink] = Math.round(((255 - data[from + ink * bytes]) * light) / 255);
    }
  }
  return pixels;
}
