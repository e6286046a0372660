import * as tf from '@tensorflow/tfjs-core';
import { addCoarse } from '../../engine/addCoarse';

/** A convolution, and whether its values are normalised. */
export interface DetectorUnit {
  /** Rows and columns of the filter. */
  readonly size: number;
  readonly stride: number;
  /** Channels that come in and go out. */
  readonly from: number;
  readonly to: number;
}

const unit = (size: number, from: number, to: number, stride = 1): DetectorUnit => ({
  size,
  stride,
  from,
  to,
});

/**
 * The units of the network, by the resolution at which they see the picture.
 *
 * Fine ones are narrow, since each of their channels costs time at every pixel; at a sixteenth of the
 * resolution a unit sees a digit with its neighbours, which is what tells a number from a word.
 *
 * Their order here is their order in weights.bin: a unit that is added, taken away or moved makes another format.
 */
export const detectorUnits = {
  half1: unit(5, 1, 16, 2),
  half2: unit(3, 16, 16),
  quarter1: unit(3, 16, 48, 2),
  quarter2: unit(3, 48, 48),
  eighth1: unit(3, 48, 96, 2),
  eighth2: unit(3, 96, 96),
  eighth3: unit(3, 96, 96),
  sixteenth1: unit(3, 96, 128, 2),
  sixteenth2: unit(3, 128, 128),
  sixteenth3: unit(3, 128, 128),
  sixteenthToEighth: unit(1, 128, 96),
  eighth4: unit(3, 96, 96),
  eighthToQuarter: unit(1, 96, 64),
  quarterToQuarter: unit(1, 48, 64),
  joined1: unit(3, 64, 48),
  joined2: unit(3, 48, 48),
} as const satisfies Record<string, DetectorUnit>;

export type DetectorUnitName = keyof typeof detectorUnits;

/** What the network answers in each cell: whether a digit's middle is there, which digit, and its box. */
export const OUTPUT_CHANNELS = { objectness: 0, classes: 1, box: 11, count: 15 } as const;

/** How many pixels lie between two cells in which the network answers. */
export const STRIDE = 4;

/** The picture's pixel in which a cell's middle lies, in pixels from the left or upper border. */
export const pixelOf = (cell: number): number => cell * STRIDE + STRIDE / 2 - 0.5;

/** A box side is answered as the logarithm of its distance in this many pixels. */
export const BOX_UNIT = 16;

/** The smallest and largest logarithm of a side that counts. */
export const SIDE_RANGE = [-4, 3] as const;

/** The sides of a picture that the network is given must be multiples of this. */
export const SIDE_MULTIPLE = 16;

/** Convolves, normalises and applies an activation, as a unit does. */
export type RunUnit = (
  name: DetectorUnitName,
  x: tf.Tensor4D,
  activation: 'relu' | 'linear',
) => tf.Tensor4D;

/**
 * The network, from a picture to the last values before its answers.
 *
 * Fully convolutional: an encoder down to a sixteenth of the resolution, with residual units (He et al.,
 * arXiv 1512.03385), and back up to a quarter with the finer values added (Lin et al., arXiv 1612.03144).
 *
 * @param picture values around 0, as `localContrast` makes them; [count, height, width, 1], both multiples of 16
 * @returns [count, height / 4, width / 4, 48]
 */
export function detectorFeatures(picture: tf.Tensor4D, run: RunUnit): tf.Tensor4D {
  const relu = (name: DetectorUnitName, x: tf.Tensor4D): tf.Tensor4D => run(name, x, 'relu');
  const linear = (name: DetectorUnitName, x: tf.Tensor4D): tf.Tensor4D => run(name, x, 'linear');
  const residual = (name: DetectorUnitName, x: tf.Tensor4D): tf.Tensor4D =>
    tf.add(x, relu(name, x));
  // Each stage frees what only it needs.
  const quarter = tf.tidy(() => {
    const half = tf.tidy(() => relu('half2', relu('half1', picture)));
    return relu('quarter2', relu('quarter1', half));
  });
  const eighth = tf.tidy(() => residual('eighth3', residual('eighth2', relu('eighth1', quarter))));
  const sixteenth = tf.tidy(() =>
    residual('sixteenth3', residual('sixteenth2', relu('sixteenth1', eighth))),
  );
  const eighthAgain = tf.tidy(() => {
    const added = addCoarse(eighth, linear('sixteenthToEighth', sixteenth));
    return residual('eighth4', tf.relu(added));
  });
  const quarterAgain = tf.tidy(() =>
    tf.relu(addCoarse(linear('quarterToQuarter', quarter), linear('eighthToQuarter', eighthAgain))),
  );
  return relu('joined2', relu('joined1', quarterAgain));
}
