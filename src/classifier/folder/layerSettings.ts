import { pathInside, refuse, wholeNumber, type Rule } from '../settings/rules';

type Settings = Readonly<Record<string, unknown>>;

/** The largest number that a layer's settings may hold: with larger ones engines calculate for ever. */
const MAX_SETTING = 65_536;

/** One of some words, or none. */
function wordOf(...words: readonly string[]): Rule {
  return {
    check: (path, value) => {
      if (value !== null && !words.some((word) => word === value)) {
        refuse(path, words.join(' or '), value);
      }
    },
  };
}

/** Settings of which tfjs, where they are wrong, speaks in the words of its own code. */
const wanted: Readonly<Record<string, Rule>> = {
  units: wholeNumber(1),
  filters: wholeNumber(1),
  data_format: wordOf('channels_last', 'channels_first'),
  padding: wordOf('valid', 'same'),
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
  for (const [name, rule] of Object.entries(wanted)) {
    // To that class alone it is a number of pixels.
    if (name === 'padding' && className === 'ZeroPadding2D') continue;
    const isThere = name in settings || needed[className] === name;
    if (isThere) rule.check(pathInside(className, name), settings[name]);
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
