import { alignInOrder, alignScattered } from '../../pages/labels/alignDigits';
import { numbersInText } from '../../pages/labels/numbersInText';
import { linesOf, type PictureLabel } from '../../pages/labels/truth';
import { containsCentre, type Box } from '../../picture/box';
import { isDigit } from '../../reader/line/weighTexts';
import type { LineEvidence } from '../../reader/page/lineConfidence';
import { gatherEvidence } from '../../reader/page/lineEvidence';
import type { Page } from '../../reader/page/readPage';
import type { PageSymbol, PageWord } from '../../reader/page/readStrips';

/** What was known of readings, and whether they are right. */
export interface KnownReadings {
  readonly evidence: readonly LineEvidence[];
  readonly isRight: readonly boolean[];
}

/** Readings that nothing speaks for are never told, and say nothing of those that are. */
const [LEAST_LINE, LEAST_DETECTOR] = [0.3, 0.5];

const isLikely = ({ line, detector }: LineEvidence): boolean =>
  line > LEAST_LINE || detector > LEAST_DETECTOR;

/**
 * Holds the digits and the numbers of a page against its label.
 *
 * @param page as `readPage` reads it
 * @param label its digits, and its texts where they are known; without them a line alone is one number, of which the
 *   digits count, and nothing is said of other numbers
 * @param toPicture brings a box of the upright page into the picture
 */
export function lineReadings(
  { lines, marks }: Pick<Page, 'lines' | 'marks'>,
  label: PictureLabel,
  toPicture: (box: Box) => Box,
): { readonly digits: KnownReadings; readonly numbers: KnownReadings } {
  const { ofSymbol, ofWord } = gatherEvidence(lines, marks);
  const isAsked = ({ box }: PageSymbol): boolean =>
    !label.ignored.some((place) => containsCentre(place, toPicture(box)));
  const words = lines.lines.flat().filter(({ symbols }) => symbols.every(isAsked));
  const align = label.isScattered ? alignScattered : alignInOrder;
  const compare = (read: readonly number[], truth: readonly number[]): boolean[] => {
    const right = new Set(
      align(read, truth).flatMap((pair) =>
        pair.read !== undefined && pair.label !== undefined && read[pair.read] === truth[pair.label]
          ? [pair.read]
          : [],
      ),
    );
    return read.map((_, at) => right.has(at));
  };

  const digits = words
    .flatMap(({ symbols }) => symbols.filter(({ symbol }) => isDigit(symbol)))
    .filter((symbol) => isLikely(ofSymbol(symbol)));
  const truth = label.digits.map(({ digit }) => digit);
  const text = label.texts.at(0);
  const numbers =
    text === undefined && linesOf(label).length !== 1
      ? []
      : words.filter(
          (word) => word.symbols.some(({ symbol }) => isDigit(symbol)) && isLikely(ofWord(word)),
        );
  const read = numbers.map((word) =>
    text === undefined ? digitsOf(word) : numbersInText([textOf(word)]).join(' '),
  );
  const expected = text === undefined ? linesOf(label) : numbersInText(text);
  // Numbers are compared as digits are: equal ones have equal names.
  const names = [...new Set([...read, ...expected])];
  const nameOf = (number: string): number => names.indexOf(number);
  return {
    digits: {
      evidence: digits.map(ofSymbol),
      isRight: compare(
        digits.map(({ symbol }) => Number(symbol)),
        truth,
      ),
    },
    numbers: {
      evidence: numbers.map(ofWord),
      isRight: compare(read.map(nameOf), expected.map(nameOf)),
    },
  };
}

const textOf = ({ symbols }: PageWord): string => symbols.map(({ symbol }) => symbol).join('');

const digitsOf = (word: PageWord): string => textOf(word).replace(/\D/g, '');
