import type { DigitSet } from '../../digits/digitSet';
import { median, quantile } from '../../numbers/median';
import { digitsText } from '../digitText';
import type { Figure } from '../figure';
import { monospace, themedLayout } from '../theme';

/** Ten colours that stay apart (Tol's muted and bright ones mixed), and symbols where colours do not. */
const hues = [
  '#332288',
  '#88ccee',
  '#44aa99',
  '#117733',
  '#999933',
  '#b8860b',
  '#cc6677',
  '#882255',
  '#aa4499',
  '#555555',
];

/**
 * Draws digits as points on a plane, each class in its own colour and under its name; hovering shows the digit itself.
 *
 * @param points x and y of each digit; [count, 2]
 * @param digits what they stand for, in the same order
 * @param answers what a network takes them for; [count]
 * @throws RangeError where there are not as many points and answers as digits
 */
export function embeddingFigure(
  points: Float32Array,
  { count, images, labels }: Pick<DigitSet, 'count' | 'images' | 'labels'>,
  answers: Uint8Array,
): Figure {
  if (points.length !== 2 * count || answers.length !== count) {
    throw new RangeError(
      `expected ${count} points and answers, found ${points.length / 2} and ${answers.length}`,
    );
  }
  const textOf = (index: number): string => {
    const wrong = answers[index] === labels[index] ? '' : `, read as ${answers[index]}`;
    const image = images.subarray(index * 784, (index + 1) * 784);
    return `a ${labels[index]}${wrong}<br>${digitsText([image])}`;
  };
  const hidden = { visible: false } as const;
  const ownOf = (digit: number): number[] =>
    Array.from(labels.keys()).filter((index) => labels[index] === digit);
  const present = [...new Set(labels)];
  return {
    data: hues.map((color, digit) => {
      const own = ownOf(digit);
      return {
        type: 'scatter',
        mode: 'text',
        name: String(digit),
        x: own.map((index) => points[2 * index]),
        y: own.map((index) => points[2 * index + 1]),
        text: own.map(() => String(digit)),
        textfont: {
          color,
          size: own.map((index) => (answers[index] === digit ? 11 : 20)),
        },
        customdata: own.map(textOf),
        hovertemplate: '%{customdata}<extra></extra>',
        hoverlabel: { font: { family: monospace, size: 9 }, bgcolor: '#ffffff' },
      };
    }),
    layout: themedLayout('Digits that look alike to the network lie together', 560, {
      xaxis: hidden,
      yaxis: { ...hidden, scaleanchor: 'x' },
      showlegend: false,
      annotations: present.map((digit) => ({
        x: median(ownOf(digit).map((index) => points[2 * index])),
        y: quantile(
          ownOf(digit).map((index) => points[2 * index + 1]),
          0.97,
        ),
        yanchor: 'bottom',
        yshift: 4,
        text: `<b>${digit}</b>`,
        showarrow: false,
        font: { size: 24, color: hues[digit] },
        captureevents: false,
      })),
      margin: { l: 20, r: 20, t: 50, b: 20 },
    }),
  };
}
