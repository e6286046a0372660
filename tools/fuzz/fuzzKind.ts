import type { Random } from '../../src/numbers/random';

/** What a case puts before a reader: the content of files by their names. */
export type CaseFiles = Readonly<Record<string, Uint8Array>>;

/** A kind of input, and what reads it. */
export interface FuzzKind {
  readonly name: string;
  /** Makes up files, most of them damaged. */
  readonly create: (random: Random) => CaseFiles | Promise<CaseFiles>;
  /**
   * Reads the files and checks what came of them.
   *
   * @param folder holds the files, and nothing else
   * @throws {@link WrongAnswer} where they were read to something that cannot be, Error where they were refused
   */
  readonly read: (folder: string, random: Random) => void | Promise<void>;
}

/** A reader took its input and made of it what it must not. */
export class WrongAnswer extends Error {}

/** @throws {@link WrongAnswer} where something does not hold */
export function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new WrongAnswer(otherwise);
}

/** @throws {@link WrongAnswer} where a number is not finite, at any depth of objects, lists and arrays */
export function demandFinite(value: unknown, name: string): void {
  if (typeof value === 'number') demand(Number.isFinite(value), `${name} is ${value}`);
  else if (value instanceof Float32Array) {
    demand(value.every(Number.isFinite), `${name} holds a number that is not finite`);
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, part] of Object.entries(value)) demandFinite(part, `${name}.${key}`);
  }
}
