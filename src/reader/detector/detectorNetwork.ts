import * as tf from '@tensorflow/tfjs-core';
import { addCoarse } from '../../engine/addCoarse';

/** A convolution, and whether its values are normalised. */
export interface SpotterUnit {
  /** Rows and columns of the filter. */
  readonly size: number;
  readonly stride: number;
  /** Channels that come in and go out. */
  readonly from: number;
  readonly to: number;
}

const unit = (size: number, from: number, to: number, stride = 1): SpotterUnit => ({
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
 */
export const spotterUnits = {
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
} as const satisfies Record<string, SpotterUnit>;

export type SpotterUnitName = keyof typeof spotterUnits;

/** What the network answers at each place: whether a digit's middle is there, which digit, and its box. */
export const ANSWERS = { digit: 0, classes: 1, box: 11, count: 15 } as const;

/** How many pixels lie between two places at which the network answers. */
export const STRIDE = 4;

/** The picture's pixel at which a place lies, in pixels from the left or upper border. */
export const pixelOf = (place: number): number => place * STRIDE + STRIDE / 2 - 0.5;

/** A box side is answered as the logarithm of its distance in this many pixels. */
export const BOX_UNIT = 16;

/** The least and largest logarithm of a side that counts. */
export const SIDE_RANGE = [-4, 3] as const;

/** The sides of a picture that the network is given must be multiples of this. */
export const SIDE_MULTIPLE = 16;

/** Convolves, normalises, and bends where that is asked for, as a unit does. */
export type RunUnit = (
  name: SpotterUnitName,
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
export function spotterFeatures(picture: tf.Tensor4D, run: RunUnit): tf.Tensor4D {
  const bent = (name: SpotterUnitName, x: tf.Tensor4D): tf.Tensor4D => run(name, x, 'relu');
  const straight = (name: SpotterUnitName, x: tf.Tensor4D): tf.Tensor4D => run(name, x, 'linear');
  const residual = (name: SpotterUnitName, x: tf.Tensor4D): tf.Tensor4D => tf.add(x, bent(name, x));
  // Each stage frees what only it needs.
  const quarter = tf.tidy(() => {
    const half = tf.tidy(() => bent('half2', bent('half1', picture)));
    return bent('quarter2', bent('quarter1', half));
  });
  const eighth = tf.tidy(() => residual('eighth3', residual('eighth2', bent('eighth1', quarter))));
  const sixteenth = tf.tidy(() =>
    residual('sixteenth3', residual('sixteenth2', bent('sixteenth1', eighth))),
  );
  const eighthAgain = tf.tidy(() => {
    const added = addCoarse(eighth, straight('sixteenthToEighth', sixteenth));
    return residual('eighth4', tf.relu(added));
  });
  const quarterAgain = tf.tidy(() =>
    tf.relu(
      addCoarse(straight('quarterToQuarter', quarter), straight('eighthToQuarter', eighthAgain)),
    ),
  );
  return bent('joined2', bent('joined1', quarterAgain));
}
