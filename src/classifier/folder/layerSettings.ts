import { isLength } from '../../numbers/jsonValues';
import { pathInside, refuse } from '../settings/rules';

type Settings = Readonly<Record<string, unknown>>;

/** The largest number that a layer's settings may hold: with larger ones engines calculate for ever. */
const MAX_SETTING = 65_536;

/** What a setting must be, and how that is told. */
interface Wanted {
  readonly holds: (value: unknown) => boolean;
  readonly what: string;
}

const count: Wanted = {
  holds: (value) => isLength(value) && value > 0,
  what: 'a whole number from 1',
};

const oneOf = (...names: readonly string[]): Wanted => ({
  holds: (value) => value === null || names.some((name) => name === value),
  what: names.join(' or '),
});

/** Settings of which tfjs, where they are wrong, speaks in the words of its own code. */
const wanted: Readonly<Record<string, Wanted>> = {
  units: count,
  filters: count,
  data_format: oneOf('channels_last', 'channels_first'),
  padding: oneOf('valid', 'same'),
};

/** The classes that cannot do without a setting. */
const needed: Readonly<Record<string, string>> = {
  Dense: 'units',
  Conv2D: 'filters',
  SeparableConv2D: 'filters',
};

/**
 * Makes sure that tfjs can build a layer, and soon.
 *
 * @param className the layer's, as Keras and tfjs write it
 * @param settings its config; what its weights are at first does not count
 * @throws RangeError where they are not as they have to be
 */
export function checkLayerSettings(className: string, settings: Settings): void {
  for (const [name, { holds, what }] of Object.entries(wanted)) {
    // To that class alone it is a number of pixels.
    if (name === 'padding' && className === 'ZeroPadding2D') continue;
    const isThere = name in settings || needed[className] === name;
    if (isThere && !holds(settings[name])) refuse(`${className}.${name}`, what, settings[name]);
  }
  for (const [name, value] of Object.entries(settings)) {
    if (!name.endsWith('_initializer')) checkNumbers(pathInside(className, name), value);
  }
}

function checkNumbers(path: string, value: unknown): void {
  if (typeof value === 'number' && !(Math.abs(value) <= MAX_SETTING)) {
    refuse(path, `numbers up to ${MAX_SETTING}`, value);
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) checkNumbers(pathInside(path, name), part);
}
