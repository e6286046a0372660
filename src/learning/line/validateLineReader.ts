import { MAX_CONTRAST } from '../../picture/localContrast';
import { searchTexts } from '../../reader/line/beamSearch';
import { createLineReader } from '../../reader/line/lineReader';
import { foldLineReader, type LineValues } from '../../reader/line/lineWeights';
import { STRIP_HEIGHT } from '../../reader/line/strip';
import type { LabelledStrip } from './generateStrip';

/** How well strips are read. */
export interface LineValidation {
  /** The share of strips whose whole text is read right, signs and spaces included. */
  readonly lines: number;
  /** The share of strips whose digits are all read right. */
  readonly digits: number;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * Reads strips whose text is known.
 *
 * @param values of a line reader
 * @param strips at least one
 */
export async function validateLineReader(
  values: LineValues,
  strips: readonly LabelledStrip[],
): Promise<LineValidation> {
  const read = createLineReader(foldLineReader(values));
  try {
    const answers = await read(
      strips.map(({ width, contrast }) => ({
        width,
        height: STRIP_HEIGHT,
        data: Float32Array.from(contrast, (value) => (value * MAX_CONTRAST) / 127),
      })),
    );
    const texts = answers.map((answer) => searchTexts(answer)[0].text);
    const shareOf = (isRight: (text: string, at: number) => boolean): number =>
      texts.filter(isRight).length / strips.length;
    return {
      lines: shareOf((text, at) => text === strips[at].text),
      digits: shareOf((text, at) => digitsOf(text) === digitsOf(strips[at].text)),
    };
  } finally {
    read.dispose();
  }
}
