import { toCorners } from '../picture/box';
import { printable } from '../numbers/printable';
import { median } from '../numbers/median';
import { scoredLines } from '../scoring/scoredLines';
import type { PictureScore } from '../scoring/scorePicture';
import { isExact, type NumberEvaluation } from '../scoring/summarizeNumbers';
import type { GroupScore, ScanEvaluation } from '../scoring/summarizeScores';
import { percent } from '../numbers/percent';

/** How fast pictures were read, files and all. */
export interface Pace {
  readonly medianSeconds: number;
  readonly maxSeconds: number;
  readonly picturesPerSecond: number;
}

/** @param seconds that each picture took; at least one */
export function measurePace(seconds: readonly number[]): Pace {
  return {
    medianSeconds: median(seconds),
    maxSeconds: Math.max(...seconds),
    picturesPerSecond: seconds.length / seconds.reduce((total, value) => total + value, 0),
  };
}

/** Writes for people what the readings of labelled pictures are worth. */
export function scansReport(
  evaluation: ScanEvaluation,
  pace: Pace,
  scores: readonly PictureScore[],
): string {
  const { all, kinds, sources, meanOverSources, turned, upright } = evaluation;
  const named = [
    ...Object.entries(kinds).map(([name, group]) => [`kind ${printable(name)}`, group] as const),
    ...Object.entries(sources).map(([name, group]) => [`from ${printable(name)}`, group] as const),
    ['all', all] as const,
  ];
  const width = Math.max('mean over sources'.length, ...named.map(([name]) => name.length));
  return [
    ...named.map(([name, group]) => groupLine(name.padEnd(width), group)),
    `${'mean over sources'.padEnd(width)}  ${column(meanOverSources)}`,
    '',
    `false digits   ${evaluation.falseDigits} in ${evaluation.negatives} pictures without digits`,
    `surplus        ${evaluation.surplus} errors beyond the digits of their pictures`,
    `answered       ${evaluation.answered}, and ${evaluation.unanswered} left to a person`,
    `not readable   ${evaluation.notRead} pictures`,
    `turn found     in ${turned.right} of ${turned.pictures} turned pictures, in ${upright.right} of ${upright.pictures} upright ones`,
    `time           ${pace.medianSeconds.toFixed(2)} s a picture (median), ${pace.maxSeconds.toFixed(2)} s at most; ` +
      `${pace.picturesPerSecond.toFixed(2)} pictures a second`,
    '',
    ...numberLines(evaluation.numbers),
    '',
    ...calibrationLines(evaluation),
    '',
    ...scores.flatMap(mistakeLines),
  ].join('\n');
}

const column = (share: number): string => percent(share).padStart(8);

function groupLine(
  name: string,
  { accuracy, digits, errors, exact, pictures }: GroupScore,
): string {
  const right = `${digits - errors} of ${digits} digits`;
  return `${name}  ${column(accuracy)}  (${right}, ${exact} of ${pictures} pictures exact)`;
}

function calibrationLines({ reliability, ece }: ScanEvaluation): string[] {
  return [
    'confidence          answers      mean     right',
    ...reliability
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, confidence, accuracy }) => {
        const range = `${Math.round(100 * from)} to ${Math.round(100 * to)} %`;
        return `${range.padEnd(16)}  ${String(count).padStart(9)}  ${column(confidence)}  ${column(accuracy)}`;
      }),
    `expected calibration error ${percent(ece)}`,
  ];
}

function numberLines({
  all,
  meanOverSources,
  negatives,
  falseNumbers,
}: NumberEvaluation): string[] {
  const { numbers, right, recall, precision, signed, signedRight, exact, pictures } = all;
  return [
    `numbers right  ${percent(recall)} (${right} of ${numbers}), mean over sources ${percent(meanOverSources)}`,
    `  precision    ${percent(precision)} of what was read as a number`,
    `  with signs   ${signedRight} of ${signed}`,
    `  exact        ${exact} of ${pictures} pictures`,
    `false numbers  ${falseNumbers} in ${negatives} pictures without numbers`,
  ];
}

/** The label of a picture that is not read whole over what was read. */
function mistakeLines(score: PictureScore): string[] {
  const { label, errors, numbers } = score;
  const hasWrongNumbers = numbers !== undefined && !isExact(numbers);
  if (errors === 0 && !hasWrongNumbers) return [];
  const lines = scoredLines(score);
  return [
    `${printable(label.file)} (${printable(label.kind)}), digits: ${label.digits.length}, errors: ${errors}`,
    `  label  ${lines.map((line) => line.label).join('  ')}`,
    `  read   ${lines.map((line) => line.read).join('  ')}`,
    ...(hasWrongNumbers
      ? [
          `  numbers of the label  ${numbers.label.join(' ')}`,
          `  numbers read          ${numbers.read.join(' ') || 'none'}`,
        ]
      : []),
  ];
}

/** All that is known of the readings of labelled pictures, as it is printed for programs. */
export function scansJson(
  { reader, minConfidence }: { readonly reader: string; readonly minConfidence: number },
  evaluation: ScanEvaluation,
  pace: Pace,
  scores: readonly PictureScore[],
  seconds: readonly number[],
): object {
  const pictures = scores.map((score, index) => ({
    ...pictureJson(score),
    seconds: seconds[index],
  }));
  return { reader, minConfidence, ...evaluation, ...pace, pictures };
}

function pictureJson(score: PictureScore): object {
  const { label, reading, digits, errors, unanswered, numbers } = score;
  const lines = scoredLines(score);
  return {
    file: label.file,
    kind: label.kind,
    source: label.source,
    digits: label.digits.length,
    errors,
    unanswered: unanswered.length,
    numbers: numbers ?? null,
    label: lines.map((line) => line.label),
    read: lines.map((line) => line.read),
    turn: reading?.turn ?? null,
    labelTurn: label.turn ?? 0,
    mistakes: digits
      .filter(({ verdict }) => verdict !== 'right')
      .map(({ verdict, line, label: wanted, read }) => ({
        verdict,
        line,
        label: wanted?.digit ?? null,
        read: read?.digit ?? null,
        confidence: read?.confidence ?? null,
        box: read ? toCorners(read.box) : null,
      })),
  };
}
