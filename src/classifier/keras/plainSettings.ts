import { isObject, isText } from '../../numbers/jsonValues';
import { pathInside, refuse } from '../settings/rules';

/** The settings of a layer by their names. */
export type Settings = Readonly<Record<string, unknown>>;

/** What Keras calls otherwise than tfjs, which follows Keras 2. */
function plainName(className: string, name: string): string {
  if (name === 'batch_shape') return 'batch_input_shape';
  return className === 'LeakyReLU' && name === 'negative_slope' ? 'alpha' : name;
}

/** Settings that only matter to a training, and the type of numbers: networks calculate in float32 here. */
const isLeftOut = (name: string): boolean =>
  name === 'dtype' || /_(regularizer|constraint)$/.test(name);

/** What tfjs would read over, and calculate something else; each with the only value that it knows. */
const silent: readonly (readonly [className: RegExp, name: string, value: unknown])[] = [
  [/^(Separable|Depthwise)?Conv2D$/, 'groups', 1],
  [/^Global/, 'keepdims', false],
  [/^ReLU$/, 'negative_slope', 0],
  [/^ReLU$/, 'threshold', 0],
];

/** A function is named by a text, or by an object that tells more of it. */
function plainValue(value: unknown): unknown {
  const isFunction = isObject(value) && value.class_name === 'function' && isText(value.config);
  return isFunction ? value.config : value;
}

/**
 * Brings what Keras, of version 2 or 3, says of a layer into the terms of tfjs.
 *
 * @throws RangeError where tfjs would calculate something else
 */
export function plainSettings(className: string, settings: Settings): Settings {
  for (const [classNames, name, value] of silent) {
    const found = settings[name] ?? value;
    if (classNames.test(className) && found !== value) {
      refuse(pathInside(className, name), String(value), found);
    }
  }
  const plain = Object.entries(settings).flatMap(([name, value]) =>
    isLeftOut(name) ? [] : [[plainName(className, name), plainValue(value)]],
  );
  return Object.fromEntries(plain) as Settings;
}
