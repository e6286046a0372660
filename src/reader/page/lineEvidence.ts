import type { Detection } from '../detector/decodeDetections';
import { sizeOf } from '../detector/digitSizes';
import { isDigit } from '../line/weighTexts';
import type { LineEvidence } from './lineConfidence';
import type { PageLines, PageSymbol, PageWord } from './readStrips';

/** What is known of the words of a page. */
export interface PageEvidence {
  readonly ofSymbol: (symbol: PageSymbol) => LineEvidence;
  readonly ofWord: (word: PageWord) => LineEvidence;
}

/** Marks whose sizes differ by more than this factor say nothing of each other. */
const LIKE_SIZE = 2;

/**
 * Gathers how far the line reader and the detector agree on the marks of a page. A number among marks that are read as
 * letters is likely a part of a word, or of a drawing.
 *
 * @param page as `readStrips` reads it
 * @param detections all marks of the page
 */
export function gatherEvidence(
  { lines }: PageLines,
  detections: readonly Detection[],
): PageEvidence {
  const agreements = new Float64Array(detections.length);
  for (const symbol of lines.flat().flatMap(({ symbols }) => symbols)) {
    if (symbol.mark !== undefined) agreements[symbol.mark] = symbol.probability;
  }
  const sizes = detections.map(({ box }) => sizeOf(box));
  const contextAt = (size: number): number => {
    let [sum, count] = [0, 0];
    sizes.forEach((other, mark) => {
      if (other > LIKE_SIZE * size || size > LIKE_SIZE * other) return;
      sum += agreements[mark];
      count++;
    });
    return count > 0 ? sum / count : 0;
  };
  const detectorOf = ({ symbol, mark }: PageSymbol): number =>
    mark === undefined
      ? 0
      : detections[mark].score * detections[mark].probabilities[Number(symbol)];
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const ofSymbol = (symbol: PageSymbol): LineEvidence => ({
    line: symbol.probability,
    detector: detectorOf(symbol),
    context: contextAt(sizeOf(symbol.box)),
  });
  return {
    ofSymbol,
    ofWord: ({ symbols, probability }) => {
      const digits = symbols.filter(({ symbol }) => isDigit(symbol)).map(ofSymbol);
      return {
        line: probability,
        detector: mean(digits.map(({ detector }) => detector)),
        context: mean(digits.map(({ context }) => context)),
      };
    },
  };
}
