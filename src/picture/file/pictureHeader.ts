import { readTiffDirectory, tiffTag } from './tiffDirectory';

/** The kinds of picture file that can be read. */
export type PictureFormat =
  'png' | 'jpeg' | 'bmp' | 'gif' | 'tiff' | 'webp' | 'avif' | 'heic' | 'pdf';

/** What the first bytes of a picture file tell. */
export interface PictureHeader {
  readonly format: PictureFormat;
  /** Pixels as stored, before turning; of the first page; 0 where the header breaks off, and for PDF. */
  readonly width: number;
  readonly height: number;
  /** How to turn the stored picture upright, 1 to 8 as in EXIF 2.3; 1 is upright. */
  readonly orientation: number;
  /** Bytes that a whole file has at least; 0 where the header does not tell. */
  readonly byteLength: number;
}

const signatures: readonly (readonly [format: string, at: number, start: string])[] = [
  ['png', 0, '\x89PNG\r\n\x1a\n'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['bmp', 0, 'BM'],
  ['gif', 0, 'GIF8'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['webp', 8, 'WEBP'],
  ['avif', 4, 'ftypavif'],
  ['heic', 4, 'ftyphe'],
  ['heic', 4, 'ftypmif1'],
  ['pdf', 0, '%PDF'],
  ['SVG', 0, '<svg'],
  ['XML', 0, '<?xml'],
  ['JPEG XL', 0, '\xff\x0a'],
  ['JPEG 2000', 4, 'jP  '],
];

/**
 * Names the kind of a file by its first bytes, whatever its name says.
 *
 * @param bytes the file's content
 * @returns one of `PictureFormat`; the name of a kind that is known but cannot be read, such as
 *   `SVG` or `JPEG XL`; undefined where the bytes are no kind of picture
 */
export function detectFormat(bytes: Uint8Array): string | undefined {
  return signatures.find(
    ([, at, start]) => String.fromCharCode(...bytes.subarray(at, at + start.length)) === start,
  )?.[0];
}

/**
 * Reads the size and the orientation of a picture from the header of its file.
 *
 * @param bytes the file's content
 * @param format the kind of file it is
 */
export function readPictureHeader(bytes: Uint8Array, format: PictureFormat): PictureHeader {
  // Padding lets a header that breaks off read as zeros.
  const head = new Uint8Array(32);
  head.set(bytes.subarray(0, 32));
  const view = new DataView(head.buffer);
  const upright = { format, orientation: 1, byteLength: 0 };
  switch (format) {
    case 'png':
      return { ...upright, width: view.getUint32(16), height: view.getUint32(20) };
    case 'gif':
      return { ...upright, width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'bmp':
      // The height is negative where the rows run downwards.
      return {
        ...upright,
        width: view.getInt32(18, true),
        height: Math.abs(view.getInt32(22, true)),
      };
    case 'tiff':
      return readTiffHeader(bytes);
    case 'jpeg':
      return readJpegHeader(bytes);
    case 'webp':
      return readWebpHeader(bytes);
    case 'avif':
    case 'heic':
      return readHeifHeader(bytes, format);
    case 'pdf':
      return { ...upright, width: 0, height: 0 };
  }
}

/** WebP is a RIFF file; the first of its chunks tells the size (RFC 9649). */
function readWebpHeader(bytes: Uint8Array): PictureHeader {
  const head = new Uint8Array(32);
  head.set(bytes.subarray(0, 32));
  const view = new DataView(head.buffer);
  const at24 = (at: number): number => view.getUint16(at, true) + 65536 * view.getUint8(at + 2);
  const byteLength = view.getUint32(4, true) + 8;
  const common = { format: 'webp', orientation: webpOrientation(bytes), byteLength } as const;
  switch (nameAt(bytes, 12)) {
    case 'VP8 ':
      return {
        ...common,
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const sides = view.getUint32(21, true);
      return { ...common, width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { ...common, width: at24(24) + 1, height: at24(27) + 1 };
    default:
      return { ...common, width: 0, height: 0 };
  }
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

function webpOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    if (nameAt(bytes, at) === 'EXIF') {
      const exif = bytes.subarray(at + 8, at + 8 + length);
      const tags = readTiffDirectory(nameAt(exif, 0) === 'Exif' ? exif.subarray(6) : exif);
      return tags.get(tiffTag.orientation)?.at(0) ?? 1;
    }
    at += 8 + length + (length & 1);
  }
  return 1;
}

/** How far from the start the boxes are looked for that tell of a picture's size and turn. */
const HEIF_HEAD = 65536;
/** Orientations of pictures that are to be turned so many quarters to the left. */
const leftTurns = [1, 8, 3, 6] as const;

/** HEIF, the container of HEIC and AVIF: the largest size that it tells is the main picture's (ISO/IEC 23008-12). */
function readHeifHeader(bytes: Uint8Array, format: 'avif' | 'heic'): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEIF_HEAD));
  let [width, height, orientation] = [0, 0, 1];
  for (let at = 0; at + 16 <= view.byteLength; at++) {
    const name = view.getUint32(at);
    if (name === 0x69737065 /* ispe */) {
      const [wide, high] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      if (wide * high > width * height) [width, height] = [wide, high];
    }
    // libheif turns what it decodes.
    if (name === 0x69726f74 /* irot */ && format === 'avif') {
      orientation = leftTurns[view.getUint8(at + 4) & 3];
    }
  }
  return { format, width, height, orientation, byteLength: 0 };
}

function readTiffHeader(bytes: Uint8Array): PictureHeader {
  const tags = readTiffDirectory(bytes);
  const first = (tag: number): number => tags.get(tag)?.at(0) ?? 0;
  const offsets = tags.get(tiffTag.stripOffsets) ?? tags.get(tiffTag.tileOffsets);
  const lengths = tags.get(tiffTag.stripByteCounts) ?? tags.get(tiffTag.tileByteCounts);
  let byteLength = 0;
  for (let index = 0; index < (offsets?.count ?? 0); index++) {
    const length = lengths && index < lengths.count ? lengths.at(index) : 0;
    byteLength = Math.max(byteLength, offsets!.at(index) + length);
  }
  return {
    format: 'tiff',
    width: first(tiffTag.width),
    height: first(tiffTag.height),
    orientation: first(tiffTag.orientation) || 1,
    byteLength,
  };
}

function readJpegHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at++; // a fill byte
      continue;
    }
    if (isStartOfFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { format: 'jpeg', width, height, orientation, byteLength: 0 };
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966 /* Exif */) {
      const tags = readTiffDirectory(bytes.subarray(at + 10, end));
      orientation = tags.get(tiffTag.orientation)?.at(0) ?? 1;
    }
    at = end;
  }
  return { format: 'jpeg', width: 0, height: 0, orientation, byteLength: 0 };
}

// SOF0 to SOF15, without the three markers among them that define tables (ITU T.81, table B.1).
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}
