/** The tags of a TIFF directory that hold whole numbers, by tag number. */
export type TiffTags = ReadonlyMap<number, readonly number[]>;

/** Tag numbers of TIFF 6.0 that tell what a picture is like. */
export const tiffTag = {
  width: 256,
  height: 257,
  stripOffsets: 273,
  orientation: 274,
  stripByteCounts: 279,
  tileOffsets: 324,
  tileByteCounts: 325,
} as const;

const bytesOfType = new Map([
  [1, 1], // BYTE
  [3, 2], // SHORT
  [4, 4], // LONG
]);

/**
 * Reads the first directory of a TIFF structure: that of a TIFF file, or of the EXIF block inside a
 * JPEG file (TIFF 6.0, section 2; EXIF 2.3, section 4.5).
 *
 * @param bytes the structure, from its byte order mark (`II` or `MM`) on
 * @returns the tags of whole numbers; none where the structure is broken or ends too early
 */
export function readTiffDirectory(bytes: Uint8Array): TiffTags {
  const tags = new Map<number, number[]>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (offset: number, length: number): boolean => offset + length <= bytes.length;
  if (!fits(0, 8)) return tags;
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== 42) return tags;

  const start = view.getUint32(4, little);
  const count = fits(start, 2) ? view.getUint16(start, little) : 0;
  for (let entry = start + 2; entry < start + 2 + 12 * count && fits(entry, 12); entry += 12) {
    const size = bytesOfType.get(view.getUint16(entry + 2, little));
    if (size === undefined) continue;
    const length = view.getUint32(entry + 4, little);
    // Up to four bytes of values stand in the entry itself, more elsewhere.
    const place = size * length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    if (!fits(place, size * length)) continue;
    const values = Array.from({ length }, (_, index) => {
      const at = place + size * index;
      if (size === 1) return view.getUint8(at);
      return size === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
    });
    tags.set(view.getUint16(entry, little), values);
  }
  return tags;
}

/**
 * Makes sure that the directories of a TIFF file, each of which names the next, come to an end.
 *
 * @throws Error where they go round in a circle
 */
export function checkTiffDirectories(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (offset: number, length: number): boolean => offset + length <= bytes.length;
  if (!fits(0, 8)) return;
  const little = view.getUint16(0) === 0x4949;
  const seen = new Set<number>();
  for (let start = view.getUint32(4, little); start !== 0 && fits(start, 2);) {
    if (seen.has(start)) throw new Error('pages that follow each other in a circle');
    seen.add(start);
    const next = start + 2 + 12 * view.getUint16(start, little);
    if (!fits(next, 4)) return;
    start = view.getUint32(next, little);
  }
}
