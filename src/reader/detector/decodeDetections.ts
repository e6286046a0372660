import { clamp } from '../../numbers/clamp';
import { logit, sigmoid } from '../../numbers/logistic';
import type { Box } from '../../picture/box';
import { OUTPUT_CHANNELS, BOX_UNIT, pixelOf, SIDE_RANGE } from './detectorNetwork';

/** A digit that the network sees. */
export interface Detection {
  readonly box: Box;
  /** How sure the network is that there is a digit; 0..1. */
  readonly score: number;
  /** Of the digits 0 to 9, where there is one; [10]. */
  readonly probabilities: Float32Array;
}

/** The cells in which the network answers. */
export interface Cells {
  readonly rows: number;
  readonly columns: number;
}

/** Weaker answers are none: enough that several weak ones may support each other. */
const MIN_SCORE = 0.25;

function softmax(logits: Float32Array): Float32Array {
  const largest = Math.max(...logits);
  const exponentials = logits.map((value) => Math.exp(value - largest));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  return exponentials.map((value) => value / total);
}

/**
 * Finds the detections in the answers of the network: the cells that are surer of a digit than their eight
 * neighbours.
 *
 * @param answers [rows, columns, 15]
 */
export function decodeDetections(answers: Float32Array, { rows, columns }: Cells): Detection[] {
  const least = logit(MIN_SCORE);
  const logitAt = (row: number, column: number): number =>
    row < 0 || row >= rows || column < 0 || column >= columns
      ? -Infinity
      : answers[(row * columns + column) * OUTPUT_CHANNELS.count + OUTPUT_CHANNELS.objectness];
  const isPeak = (row: number, column: number, own: number): boolean => {
    for (let down = -1; down <= 1; down++) {
      for (let right = -1; right <= 1; right++) {
        const other = logitAt(row + down, column + right);
        // Of equal neighbours the first is the peak.
        const isLater = down > 0 || (down === 0 && right > 0);
        if (other > own || (other === own && !isLater && (down !== 0 || right !== 0))) {
          return false;
        }
      }
    }
    return true;
  };
  const detections: Detection[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const own = logitAt(row, column);
      if (!(own > least) || !isPeak(row, column, own)) continue;
      const at = (row * columns + column) * OUTPUT_CHANNELS.count;
      const sides = answers.subarray(at + OUTPUT_CHANNELS.box, at + OUTPUT_CHANNELS.box + 4);
      const [left, up, right, down] = sides.map(
        (side) => Math.exp(clamp(side, ...SIDE_RANGE)) * BOX_UNIT,
      );
      const [x, y] = [pixelOf(column) + 0.5, pixelOf(row) + 0.5];
      detections.push({
        box: { x0: x - left, y0: y - up, x1: x + right, y1: y + down },
        score: sigmoid(own),
        probabilities: softmax(
          answers.subarray(at + OUTPUT_CHANNELS.classes, at + OUTPUT_CHANNELS.classes + 10),
        ),
      });
    }
  }
  return detections;
}
