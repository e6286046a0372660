import * as tf from '@tensorflow/tfjs-core';
import { ANSWER_COUNT } from './alphabet';
import type { FoldedLineReader } from './lineBytes';
import { lineFeatures, lineFilters, lineUnits, type LineUnitName } from './lineNetwork';
import { STRIP_HEIGHT, STRIP_STRIDE, type Strip } from './strip';

/** What a line reader answers for a strip. */
export interface StripAnswers {
  /** How many columns it answers for: one for every four of the strip. */
  readonly columns: number;
  /** The logarithms of the probabilities of the blank and of every symbol; [columns, ANSWER_COUNT]. */
  readonly logProbabilities: Float32Array;
}

/** Reads strips. */
export type ReadStrips = (strips: readonly Strip[]) => Promise<StripAnswers[]>;

/** A network that reads strips. */
export type LineReader = ReadStrips & {
  /** Frees the network. */
  readonly dispose: () => void;
};

/** Strips are read together up to so many columns of pixels. */
const MAX_COLUMNS = 4096;

/**
 * What makes a strip end at its own border where a wider one is read with it, as it does where it is read alone.
 *
 * @param widths of the strips, in pixels
 * @param width of the widest
 * @param columns into which the network has turned that width
 * @returns 1 in the columns of a strip, 0 behind; [count, 1, columns, 1]
 */
function columnMask(widths: readonly number[], width: number, columns: number): tf.Tensor4D {
  const mask = new Float32Array(widths.length * columns);
  widths.forEach((own, index) => {
    mask.fill(1, index * columns, index * columns + (own * columns) / width);
  });
  return tf.tensor4d(mask, [widths.length, 1, columns, 1]);
}

/** Makes a network read strips. */
export function createLineReader(folded: FoldedLineReader): LineReader {
  const tensors = Object.fromEntries(
    Object.entries(folded).map(([name, { filter, bias }]) => [
      name,
      {
        filter: tf.tensor4d(filter, [...lineFilters[name as LineUnitName]]),
        bias: tf.tensor1d(bias),
      },
    ]),
  ) as Record<LineUnitName | 'answers', { filter: tf.Tensor4D; bias: tf.Tensor1D }>;

  const answer = (pictures: tf.Tensor4D, widths: readonly number[]): tf.Tensor4D => {
    const width = pictures.shape[2];
    const isRagged = widths.some((own) => own < width);
    const features = lineFeatures(pictures, (name, x) => {
      const output = tf.fused.conv2d({
        x,
        ...tensors[name],
        strides: [...lineUnits[name].strides],
        pad: 'same',
        activation: 'relu',
      });
      if (!isRagged) return output;
      const masked = tf.mul<tf.Tensor4D>(output, columnMask(widths, width, output.shape[2]));
      output.dispose();
      return masked;
    });
    return tf.logSoftmax(
      tf.fused.conv2d({ x: features, ...tensors.answers, strides: 1, pad: 'same' }),
    );
  };

  const readTogether = async (strips: readonly Strip[]): Promise<StripAnswers[]> => {
    const widths = strips.map((strip) => strip.width);
    const width = Math.max(...widths);
    const pixels = new Float32Array(strips.length * STRIP_HEIGHT * width);
    strips.forEach((strip, index) => {
      for (let row = 0; row < STRIP_HEIGHT; row++) {
        const values = strip.data.subarray(row * strip.width, (row + 1) * strip.width);
        pixels.set(values, (index * STRIP_HEIGHT + row) * width);
      }
    });
    const answers = tf.tidy(() =>
      answer(tf.tensor4d(pixels, [strips.length, STRIP_HEIGHT, width, 1]), widths),
    );
    const values = await answers.data<'float32'>();
    answers.dispose();
    return strips.map((strip, index) => {
      const start = (index * width * ANSWER_COUNT) / STRIP_STRIDE;
      const columns = strip.width / STRIP_STRIDE;
      return {
        columns,
        logProbabilities: values.slice(start, start + columns * ANSWER_COUNT),
      };
    });
  };

  const read: ReadStrips = async (strips) => {
    // Strips of like width together, as each is as wide as the widest that is read with it.
    const order = strips.map((_, index) => index).sort((a, b) => strips[a].width - strips[b].width);
    const answers = new Array<StripAnswers>(strips.length);
    for (let first = 0; first < order.length;) {
      let end = first + 1;
      while (end < order.length && (end + 1 - first) * strips[order[end]].width <= MAX_COLUMNS) {
        end++;
      }
      const group = order.slice(first, end);
      const read = await readTogether(group.map((index) => strips[index]));
      group.forEach((index, at) => (answers[index] = read[at]));
      first = end;
    }
    return answers;
  };
  return Object.assign(read, {
    dispose: () => {
      tf.dispose(Object.values(tensors).flatMap(({ filter, bias }) => [filter, bias]));
    },
  });
}
