import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { oneLine, quote } from '../numbers/quote';
import { seedRule } from '../classifier/settings/checkHyperparameters';
import { runNameRule } from '../classifier/runs/runStore';
import { refuse, type Rule } from '../classifier/settings/rules';
import { hyperparametersRule } from '../classifier/settings/settingRules';

/** The environment variable that changes the notebook's parameters, as a JSON object. */
export const PARAMETERS_VARIABLE = 'DIGITS_PARAMETERS';

export type Parameter = number | string | boolean;
export type Parameters = Readonly<Record<string, Parameter>>;

/** The types of a parameter's default, without its value. */
export type Widened<Values> = {
  -readonly [Name in keyof Values]: Values[Name] extends number
    ? number
    : Values[Name] extends string
      ? string
      : boolean;
};

/** Says which parameter is wrong, and nothing of where in our code that was found. */
class ParameterError extends RangeError {
  constructor(message: string) {
    super(message);
    this.name = 'ParameterError';
    this.stack = message;
  }

  /** Notebooks print errors as `inspect` does, with lines of our code; only the message is of use there. */
  [inspect.custom](): string {
    return this.message;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of a file, from a folder. */
const fileIn = (folder: string): Rule => ({
  check: (path, value) => {
    if (typeof value !== 'string') refuse(path, 'the path of a picture', value);
    const file = resolve(folder, value);
    if (!isFile(file)) {
      refuse(path, `the path of a picture (there is none at ${oneLine(file)})`, value);
    }
  },
});

const { epochs, batchSize, learningRate, warmUp, labelSmoothing } = hyperparametersRule.parts;

/** What the notebook's parameters may be; paths start from a folder. */
const rulesIn = (folder: string): Readonly<Record<string, Rule>> => ({
  ...{ epochs, batchSize, learningRate, warmUp, labelSmoothing },
  augment: {
    check: (path, value) => {
      if (typeof value !== 'boolean') refuse(path, 'true or false', value);
    },
  },
  seed: seedRule,
  run: runNameRule,
  page: fileIn(folder),
});

/**
 * Makes sure that the notebook can be run with these parameters.
 *
 * @param folder the notebook's: the path of the page starts there
 * @throws RangeError where one is missing, is not what it may be, or is nothing to the notebook
 */
export function checkParameters(parameters: Parameters, folder: string): void {
  const rules = rulesIn(folder);
  const unknown = Object.keys(parameters).filter((name) => !Object.hasOwn(rules, name));
  for (const [name, rule] of Object.entries(rules)) {
    try {
      rule.check(name, parameters[name]);
    } catch (error) {
      const similar = unknown.find((other) => other.startsWith(name.slice(0, 3)));
      const isMissing = !Object.hasOwn(parameters, name);
      const meant = isMissing && similar ? `; is ${similar} meant to be ${name}?` : '';
      throw new ParameterError(`${(error as Error).message}${meant}`);
    }
  }
  if (unknown.length > 0) refuseUnknown(unknown[0], rules);
}

function refuseUnknown(name: string, known: object): never {
  const names = Object.keys(known).join(', ');
  throw new ParameterError(`unknown parameter ${oneLine(name)}: the notebook has ${names}`);
}

function checkChange(name: string, value: unknown, defaults: Parameters): void {
  if (!Object.hasOwn(defaults, name)) refuseUnknown(name, defaults);
  const expected = typeof defaults[name];
  const right = typeof value === expected && !Number.isNaN(value);
  if (!right) {
    throw new ParameterError(`parameter ${name}: expected a ${expected}, found ${quote(value)}`);
  }
}

/**
 * Replaces some of the defaults.
 *
 * @param defaults every parameter with its usual value
 * @param changes other values for some of them, of the same types
 * @throws RangeError where a change has a name that the defaults lack, or is of another type than the default
 */
function changeParameters<Defaults extends Parameters>(
  defaults: Defaults,
  changes: Readonly<Record<string, unknown>>,
): Widened<Defaults> {
  for (const [name, value] of Object.entries(changes)) checkChange(name, value, defaults);
  return { ...defaults, ...changes } as Widened<Defaults>;
}

/**
 * The parameters of a notebook: the defaults that stand in its cell, with what `npm start -- --NAME
 * VALUE` has changed. In Jupyter itself nothing changes them but the cell.
 *
 * @param defaults every parameter with its usual value, in a literal
 * @param environment where DIGITS_PARAMETERS is looked up, a JSON object. @default process.env
 * @throws SyntaxError where the variable does not hold a JSON object
 * @throws RangeError as `changeParameters` and `checkParameters` do
 */
export function readParameters<Defaults extends Parameters>(
  defaults: Defaults,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Widened<Defaults> {
  const parameters = changeParameters(defaults, changesOf(environment[PARAMETERS_VARIABLE]));
  checkParameters(parameters, process.cwd());
  return parameters;
}

function changesOf(text: string | undefined): Readonly<Record<string, unknown>> {
  if (!text) return {};
  let changes: unknown;
  try {
    changes = JSON.parse(text);
  } catch {
    // Told below, with what else is no object.
  }
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    const example = '{"epochs": 3}';
    throw new SyntaxError(
      `${PARAMETERS_VARIABLE}: expected JSON like ${example}, found ${oneLine(text)}`,
    );
  }
  return changes as Record<string, unknown>;
}
