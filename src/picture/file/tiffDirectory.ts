/** The whole numbers that a tag holds; they are read when they are asked for, as a tag may hold millions. */
export interface TagValues {
  readonly count: number;
  readonly at: (index: number) => number;
}

/** The tags of a TIFF directory that hold whole numbers, by tag number. */
export type TiffTags = ReadonlyMap<number, TagValues>;

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

/** The bytes of a value by its type: BYTE, ASCII, SHORT, LONG, RATIONAL, and so on. */
const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const [BYTE, SHORT, LONG] = [1, 3, 4];

/** A tag as it stands in a directory. */
interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where its values stand. */
  readonly place: number;
  /** The bytes of its values that stand elsewhere than in the entry itself. */
  readonly bytesElsewhere: number;
}

interface Directory {
  readonly entries: readonly Entry[];
  /** Where the next one stands; 0 where there is none. */
  readonly next: number;
}

/** A TIFF structure from its byte order mark (`II` or `MM`) on. */
class TiffStructure {
  readonly view: DataView;
  readonly little: boolean;
  /** Where the first directory stands; 0 where there is none. */
  readonly first: number;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.little = this.fits(0, 8) && this.view.getUint16(0) === 0x4949;
    const isTiff = this.fits(0, 8) && this.view.getUint16(2, this.little) === 42;
    this.first = isTiff ? this.view.getUint32(4, this.little) : 0;
  }

  fits(offset: number, length: number): boolean {
    return offset + length <= this.view.byteLength;
  }

  directoryAt(start: number): Directory {
    const { view, little } = this;
    const count = this.fits(start, 2) ? view.getUint16(start, little) : 0;
    const entries: Entry[] = [];
    const end = start + 2 + 12 * count;
    for (let at = start + 2; at < end && this.fits(at, 12); at += 12) {
      const [tag, type] = [view.getUint16(at, little), view.getUint16(at + 2, little)];
      const count = view.getUint32(at + 4, little);
      const length = count * (bytesOfType[type] ?? 0);
      // Up to four bytes of values stand in the entry itself, more elsewhere.
      const place = length <= 4 ? at + 8 : view.getUint32(at + 8, little);
      if (!this.fits(place, length)) continue;
      entries.push({ tag, type, count, place, bytesElsewhere: length <= 4 ? 0 : length });
    }
    return { entries, next: this.fits(end, 4) ? view.getUint32(end, little) : 0 };
  }

  valuesOf({ type, count, place }: Entry): TagValues | undefined {
    const { view, little } = this;
    switch (type) {
      case BYTE:
        return { count, at: (index) => view.getUint8(place + index) };
      case SHORT:
        return { count, at: (index) => view.getUint16(place + 2 * index, little) };
      case LONG:
        return { count, at: (index) => view.getUint32(place + 4 * index, little) };
      default:
        return undefined;
    }
  }
}

/**
 * Reads the first directory of a TIFF structure: that of a TIFF file, or of the EXIF block inside a
 * JPEG file (TIFF 6.0, section 2; EXIF 2.3, section 4.5).
 *
 * @param bytes the structure, from its byte order mark (`II` or `MM`) on
 * @returns the tags of whole numbers; none where the structure is broken or ends too early
 */
export function readTiffDirectory(bytes: Uint8Array): TiffTags {
  const tags = new Map<number, TagValues>();
  const structure = new TiffStructure(bytes);
  if (structure.first === 0) return tags;
  for (const entry of structure.directoryAt(structure.first).entries) {
    const values = structure.valuesOf(entry);
    if (values && values.count > 0) tags.set(entry.tag, values);
  }
  return tags;
}

/**
 * Makes sure that the directories of a TIFF file, each of which names the next, come to an end, and hold no more than
 * the file does.
 *
 * @throws Error where they go round in a circle, or several tags claim the same bytes
 */
export function checkTiffDirectories(bytes: Uint8Array): void {
  const structure = new TiffStructure(bytes);
  const seen = new Set<number>();
  let held = 0;
  for (let start = structure.first; start !== 0 && structure.fits(start, 2);) {
    if (seen.has(start)) throw new Error('pages that follow each other in a circle');
    seen.add(start);
    const { entries, next } = structure.directoryAt(start);
    for (const { bytesElsewhere } of entries) held += bytesElsewhere;
    if (held > bytes.length) throw new Error('tags that hold more than the file');
    start = next;
  }
}
