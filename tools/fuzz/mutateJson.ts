import { happens, pick } from '../../src/numbers/chance';
import type { Random } from '../../src/numbers/random';
import { mutateBytes } from './mutateBytes';

/** Values that no reader expects. */
const awkwardValues: readonly (() => unknown)[] = [
  ...[null, true, '', 'NaN', -1, 0, 0.5, 1e9, 1e308, -1e308, 2 ** 53].map((value) => () => value),
  ...[
    '../../package.json',
    '/etc/passwd',
    '\u0000\u001b[2J\n',
    'a\u009b\u200f\u061c\u2028b',
    '../../../etc/hostname',
    '__proto__',
    'x'.repeat(5000),
  ].map((value) => () => value),
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => JSON.parse('{"__proto__": {"length": 1}}') as unknown,
  () => JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown,
];

type Container = Record<string | number, unknown>;

const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' && value !== null;

/** The objects and lists in a value that hold anything, itself included. */
function containersIn(value: unknown): Container[] {
  if (!isContainer(value)) return [];
  const inner = Object.values(value).flatMap(containersIn);
  return Object.keys(value).length > 0 ? [value, ...inner] : inner;
}

function changeOne(random: Random, containers: readonly Container[]): void {
  const container = pick(random, containers);
  const keys = Object.keys(container);
  if (keys.length === 0) return;
  const key = pick(random, keys);
  const changes = [
    () => (container[key] = pick(random, awkwardValues)()),
    () => (container[key] = pick(random, awkwardValues)()),
    () => (container[key] = structuredClone(pick(random, Object.values(pick(random, containers))))),
    () => {
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else Reflect.deleteProperty(container, key);
    },
    () => {
      if (Array.isArray(container)) container.push(structuredClone(container[Number(key)]));
      else container[pick(random, ['', 'constructor', `${key} `])] = container[key];
    },
    () => {
      if (typeof container[key] === 'number') container[key] *= pick(random, [-1, 0.1, 3, 1e6]);
    },
  ];
  pick(random, changes)();
}

/**
 * Damages a value of JSON in one to four places.
 *
 * @param value is left as it is
 */
export function mutateValue(random: Random, value: object): unknown {
  const mutated = structuredClone(value);
  for (let left = 1 + random.integer(4); left > 0; left--) {
    const containers = containersIn(mutated);
    if (containers.length > 0) changeOne(random, containers);
  }
  return mutated;
}

/** Writes a value as JSON, most often damaged: what it says, or how it is written. */
export function mutateJson(random: Random, value: object): Buffer {
  const said = happens(random, 0.9) ? mutateValue(random, value) : value;
  const written = Buffer.from(JSON.stringify(said));
  return happens(random, 0.15) ? mutateBytes(random, written) : written;
}
