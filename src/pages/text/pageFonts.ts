import { parse, type Font as FontFile } from 'opentype.js';
import { readRegularFile } from '../../files/regularFile';
import type { Alphabet, Font, FontSet, Outline } from './font';
import { evenStroke } from '../../strokes/stroke';

/** A font and in which of its package's files its letters are, besides those of the Latin alphabet. */
interface FontSource {
  readonly name: string;
  readonly isJoined?: boolean;
  readonly more?: Readonly<Partial<Record<Exclude<Alphabet, 'latin'>, readonly string[]>>>;
}

// All are free: under the SIL Open Font License, or under Apache's.
const handwriting: readonly FontSource[] = [
  { name: 'architects-daughter' },
  { name: 'covered-by-your-grace' },
  { name: 'gloria-hallelujah' },
  { name: 'indie-flower' },
  { name: 'kalam', more: { devanagari: ['devanagari'] } },
  { name: 'mynerve', more: { greek: ['greek'] } },
  // Google's cut of Korean: the most frequent syllables are in the last files.
  { name: 'nanum-pen-script', more: { hangul: ['119', '118', '117'] } },
  { name: 'nothing-you-could-do' },
  { name: 'patrick-hand' },
  { name: 'reenie-beanie' },
  { name: 'rock-salt' },
  { name: 'sue-ellen-francisco' },
  { name: 'zeyada' },
  { name: 'bad-script', more: { cyrillic: ['cyrillic'] } },
  { name: 'cedarville-cursive', isJoined: true },
  { name: 'homemade-apple', isJoined: true },
  { name: 'la-belle-aurore', isJoined: true },
  { name: 'marck-script', isJoined: true, more: { cyrillic: ['cyrillic'] } },
  { name: 'sacramento', isJoined: true },
];
const print: readonly FontSource[] = [
  { name: 'archivo-black' },
  { name: 'archivo-narrow' },
  { name: 'arimo' },
  { name: 'carlito' },
  { name: 'courier-prime' },
  { name: 'fjalla-one' },
  { name: 'pt-serif', more: { cyrillic: ['cyrillic'] } },
  { name: 'questrial' },
  { name: 'special-elite' },
  { name: 'tinos' },
];

/** How far a curve may be from the short lines that are drawn for it, compared with a capital's height. */
const flatness = 0.003;
/** How far apart two points of an outline are at least. */
const minStep = 0.015;

/**
 * The fonts that the words of generated pages are written and printed with, from npm packages. A file is
 * read when the first of its letters is asked for, and kept.
 */
export function loadPageFonts(): FontSet {
  return (kept ??= { handwriting: handwriting.map(openFont), print: print.map(openFont) });
}

let kept: FontSet | undefined;

function openFont({ name, isJoined = false, more = {} }: FontSource): Font {
  const parts = ['latin', ...Object.values(more).flat()];
  const files: FontFile[] = [];
  const fileAt = (index: number): FontFile => (files[index] ??= readFont(name, parts[index]));
  const known = new Map<string, Outline | undefined>();
  const find = (character: string): Outline | undefined => {
    const index = parts.findIndex((_, part) => fileAt(part).charToGlyphIndex(character) > 0);
    return index < 0 ? undefined : outline(fileAt(index), character, capitalHeight(fileAt(0)));
  };
  return {
    name,
    alphabets: ['latin', ...(Object.keys(more) as Alphabet[])],
    isJoined,
    outlineOf: (character) => {
      if (!known.has(character)) known.set(character, find(character));
      return known.get(character);
    },
  };
}

function readFont(name: string, part: string): FontFile {
  const path = require.resolve(`@fontsource/${name}/files/${name}-${part}-400-normal.woff`);
  const { buffer, byteOffset, byteLength } = readRegularFile(path, 'a font');
  return parse(buffer.slice(byteOffset, byteOffset + byteLength));
}

function capitalHeight(file: FontFile): number {
  const { y1, y2 } = file.charToGlyph('H').getBoundingBox();
  return (y2 - y1) / file.unitsPerEm;
}

function outline(file: FontFile, character: string, height: number): Outline {
  const glyph = file.charToGlyph(character);
  const { commands } = glyph.getPath(0, 0, 1 / height);
  const contours: number[][] = [];
  for (const command of commands) {
    if (command.type === 'Z') continue;
    if (command.type === 'M') contours.push([]);
    const points = contours[contours.length - 1];
    if (command.type === 'Q' || command.type === 'C') {
      const { x1, y1, x, y } = command;
      const second = command.type === 'C' ? [command.x2, command.y2] : [];
      points.push(...flatten([...points.slice(-2), x1, y1, ...second, x, y]));
    } else points.push(command.x, command.y);
  }
  return {
    contours: contours.map((points) => evenStroke(withoutDense(points), 0)),
    advance: (glyph.advanceWidth ?? 0) / file.unitsPerEm / height,
  };
}

/** Leaves out points that lie hardly apart, as there are many in fonts with rough borders. */
function withoutDense(points: readonly number[]): number[] {
  const kept = points.slice(0, 2);
  for (let at = 2; at < points.length; at += 2) {
    const [x, y] = kept.slice(-2);
    if (Math.hypot(points[at] - x, points[at + 1] - y) >= minStep) {
      kept.push(points[at], points[at + 1]);
    }
  }
  return kept;
}

/** The points of a Bézier curve after its first: so many that the lines between them look like it. */
function flatten(curve: readonly number[]): number[] {
  const degree = curve.length / 2 - 1;
  const bend = (axis: number): number =>
    Math.max(
      ...Array.from({ length: degree - 1 }, (_, index) =>
        Math.abs(
          curve[2 * index + axis] - 2 * curve[2 * index + 2 + axis] + curve[2 * index + 4 + axis],
        ),
      ),
    );
  // Lines stray from a curve by no more than degree (degree - 1) / 8 of its bend over their number squared.
  const strayed = (degree * (degree - 1) * Math.hypot(bend(0), bend(1))) / 8;
  const count = Math.max(1, Math.ceil(Math.sqrt(strayed / flatness)));
  return Array.from({ length: 2 * count }, (_, index) => {
    const part = ((index >> 1) + 1) / count;
    return pointOf(curve, index & 1, part);
  });
}

/** One coordinate of a point of a Bézier curve (de Casteljau). */
function pointOf(curve: readonly number[], axis: number, part: number): number {
  let values = curve.filter((_, index) => (index & 1) === axis);
  while (values.length > 1) {
    values = values.slice(1).map((value, index) => values[index] + part * (value - values[index]));
  }
  return values[0];
}
