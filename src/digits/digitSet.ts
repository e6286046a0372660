import { readIdx, type IdxArray } from './idx';

/** Labelled images of single digits. */
export interface DigitSet {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** Ink in 0 (paper) to 255 (full ink); [count, height, width]. */
  readonly images: Uint8Array;
  /** The digit each image shows, 0 to 9; [count]. */
  readonly labels: Uint8Array;
}

/**
 * Joins an array of images and one of labels.
 *
 * @param images shape [count, height, width]
 * @param labels shape [count], values 0 to 9
 * @param name what errors call the pair
 * @throws RangeError where the shapes do not fit together or a label is no digit
 */
export function createDigitSet(images: IdxArray, labels: IdxArray, name: string): DigitSet {
  if (images.shape.length !== 3) {
    throw new RangeError(
      `${name}: expected images of the shape [count, height, width], found [${images.shape.join(', ')}]`,
    );
  }
  if (labels.shape.length !== 1) {
    throw new RangeError(
      `${name}: expected labels of the shape [count], found [${labels.shape.join(', ')}]`,
    );
  }
  const [count, height, width] = images.shape as [number, number, number];
  if (labels.shape[0] !== count) {
    throw new RangeError(
      `${name}: expected as many labels as images, found ${labels.shape[0]} labels and ${count} images`,
    );
  }
  const stranger = labels.data.findIndex((label) => label > 9);
  if (stranger !== -1) {
    throw new RangeError(
      `${name}: expected labels from 0 to 9, found ${labels.data[stranger]} at position ${stranger}`,
    );
  }
  return { count, height, width, images: images.data, labels: labels.data };
}

/**
 * Reads labelled digits of any size from a pair of IDX files.
 *
 * @param imagesPath file of the shape [count, height, width], gzipped or not
 * @param labelsPath file of the shape [count], gzipped or not
 * @throws Error where a file can't be read, RangeError where one is damaged or they do not belong together
 */
export function readDigitSet(imagesPath: string, labelsPath: string): DigitSet {
  return createDigitSet(readIdx(imagesPath), readIdx(labelsPath), imagesPath);
}

/**
 * Cuts a run of digits out of a set, without copying.
 *
 * @param start index of the first digit
 * @param end index behind the last digit
 * @throws RangeError where the run is empty or leaves the set
 */
export function sliceDigits(digits: DigitSet, start: number, end: number): DigitSet {
  if (!(start >= 0 && start < end && end <= digits.count)) {
    throw new RangeError(
      `expected a run inside 0..${digits.count}, found ${start}..${end}; choose fewer digits`,
    );
  }
  const pixels = digits.height * digits.width;
  return {
    ...digits,
    count: end - start,
    images: digits.images.subarray(start * pixels, end * pixels),
    labels: digits.labels.subarray(start, end),
  };
}
