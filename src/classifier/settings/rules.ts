import { isObject } from '../../numbers/jsonValues';
import { oneLine, quote } from '../../numbers/quote';

/** What a value that people write may be. */
export interface Rule {
  /**
   * @param path what errors call the value
   * @throws RangeError where the value is something else
   */
  readonly check: (path: string, value: unknown) => void;
  /** The rules of the values inside this one, by their names. */
  readonly parts?: Readonly<Record<string, Rule>>;
  /** Which numbers it takes; undefined where it takes other values than numbers. */
  readonly numbers?: 'all' | 'whole';
}

/** Tells apart what JSON tells apart: objects are equal in whichever order their names stand. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** @throws RangeError always: it says what was expected and what found */
export function refuse(path: string, expected: string, value: unknown): never {
  const place = path === '' ? '' : `${oneLine(path)}: `;
  throw new RangeError(`${place}expected ${expected}, found ${quote(value)}`);
}

/** The path of a value inside another; the outermost has the path ''. */
export function pathInside(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`;
}

export function number(
  says: string,
  holds: (value: number) => boolean,
  numbers: 'all' | 'whole' = 'all',
): Rule {
  return {
    numbers,
    check: (path, value) => {
      if (typeof value !== 'number' || !holds(value)) refuse(path, says, value);
    },
  };
}

export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): Rule {
  const says = `a whole number from ${min}${max < Number.MAX_SAFE_INTEGER ? ` to ${max}` : ''}`;
  return number(
    says,
    (value) => Number.isSafeInteger(value) && value >= min && value <= max,
    'whole',
  );
}

/** One of some words. */
export function oneOf(words: readonly string[]): Rule {
  const says = words.map((word) => JSON.stringify(word)).join(' or ');
  return {
    check: (path, value) => {
      if (!words.some((word) => word === value)) refuse(path, says, value);
    },
  };
}

/**
 * An object with these names and no others.
 *
 * @param optional the names that may be left out
 */
export function group(
  parts: Readonly<Record<string, Rule>>,
  optional: readonly string[] = [],
): Rule & Required<Pick<Rule, 'parts'>> {
  const names = Object.keys(parts);
  return {
    parts,
    check: (path, value) => {
      if (!isObject(value)) refuse(path, `an object with ${names.join(', ')}`, value);
      for (const name of Object.keys(value)) findPart({ parts }, path, name);
      for (const name of names) {
        if (value[name] === undefined && optional.includes(name)) continue;
        parts[name].check(pathInside(path, name), value[name]);
      }
    },
  };
}

/** A list of two numbers. */
export function pair(rule: Rule): Rule {
  return {
    parts: { 0: rule, 1: rule },
    check: (path, value) => {
      if (!Array.isArray(value) || value.length !== 2) refuse(path, 'a list of two numbers', value);
      value.forEach((one, index) => {
        rule.check(pathInside(path, index), one);
      });
    },
  };
}

/** A list of values that are all different, at least one. */
export function listOf(rule: Rule): Rule {
  return {
    check: (path, value) => {
      if (!Array.isArray(value) || value.length === 0) {
        refuse(path, 'a list of at least one value', value);
      }
      const seen = new Set<string>();
      value.forEach((one, index) => {
        rule.check(pathInside(path, index), one);
        const text = canonicalJson(one);
        if (seen.has(text)) refuse(path, 'every value once', value);
        seen.add(text);
      });
    },
  };
}

export function orNull({ check, ...rule }: Rule): Rule {
  return {
    ...rule,
    check: (path, value) => {
      if (value !== null) check(path, value);
    },
  };
}

/**
 * The rule of a value inside another.
 *
 * @param path of the outer one
 * @throws RangeError where it has no value of that name
 */
export function findPart({ parts }: Pick<Rule, 'parts'>, path: string, name: string): Rule {
  const inner = oneLine(pathInside(path, name));
  if (!parts) throw new RangeError(`${inner}: unknown; ${path} is a single value`);
  if (Object.hasOwn(parts, name)) return parts[name];
  throw new RangeError(`${inner}: unknown; expected one of ${Object.keys(parts).join(', ')}`);
}
