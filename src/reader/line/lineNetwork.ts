import * as tf from '@tensorflow/tfjs-core';
import { ANSWER_COUNT } from './alphabet';

/** A convolution with what follows it. */
interface LineUnit {
  /** Rows, columns, channels in and channels out of the filter. */
  readonly shape: readonly [rows: number, columns: number, from: number, to: number];
  readonly strides: readonly [down: number, right: number];
  /** Whether what comes in is added to what goes out (He et al., arXiv 1512.03385). */
  readonly isResidual: boolean;
}

const unit = (
  rows: number,
  columns: number,
  from: number,
  to: number,
  down = 1,
  right = 1,
): LineUnit => ({ shape: [rows, columns, from, to], strides: [down, right], isResidual: false });

const residual = (rows: number, columns: number, channels: number): LineUnit => ({
  ...unit(rows, columns, channels, channels),
  isResidual: true,
});

/**
 * The units of the network: from a strip of 48 rows down to one row, which then sees its neighbours along the line.
 *
 * Their order is their order in the file of weights.
 */
export const lineUnits = {
  half1: unit(5, 5, 1, 24, 2, 2),
  quarter1: unit(3, 3, 24, 48, 2, 2),
  quarter2: residual(3, 3, 48),
  quarter3: residual(3, 3, 48),
  eighth1: unit(3, 3, 48, 96, 2, 1),
  eighth2: residual(3, 3, 96),
  eighth3: residual(3, 3, 96),
  sixteenth: unit(3, 3, 96, 128, 2, 1),
  column: unit(3, 3, 128, 160, 3, 1),
  context1: residual(1, 5, 160),
  context2: residual(1, 5, 160),
  context3: residual(1, 5, 160),
} as const satisfies Record<string, LineUnit>;

export type LineUnitName = keyof typeof lineUnits;

/** The shapes of all filters, those of the answers last. */
export const lineFilters: Readonly<
  Record<LineUnitName | 'answers', readonly [number, number, number, number]>
> = {
  ...(Object.fromEntries(
    Object.entries<LineUnit>(lineUnits).map(([name, { shape }]) => [name, shape]),
  ) as Record<LineUnitName, LineUnit['shape']>),
  answers: [1, 1, lineUnits.context3.shape[3], ANSWER_COUNT],
};

/** Convolves, normalises and rectifies, as a unit does. */
export type RunLineUnit = (name: LineUnitName, x: tf.Tensor4D) => tf.Tensor4D;

/**
 * The network, from strips to the last values before its answers.
 *
 * @param strips ink is more than 0; [count, 48, width, 1], the width a multiple of 4
 * @returns [count, 1, width / 4, 160]
 */
export function lineFeatures(strips: tf.Tensor4D, run: RunLineUnit): tf.Tensor4D {
  return (Object.keys(lineUnits) as LineUnitName[]).reduce<tf.Tensor4D>((x, name) => {
    const value = run(name, x);
    const result = lineUnits[name].isResidual ? tf.add<tf.Tensor4D>(x, value) : value;
    if (result !== value) value.dispose();
    if (x !== strips) x.dispose();
    return result;
  }, strips);
}
