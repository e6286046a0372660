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

function checkChange(name: string, value: unknown, defaults: Parameters): void {
  if (!Object.hasOwn(defaults, name)) {
    const known = Object.keys(defaults).join(', ');
    throw new RangeError(`unknown parameter ${name}: the notebook has ${known}`);
  }
  const expected = typeof defaults[name];
  const right = typeof value === expected && !Number.isNaN(value);
  if (!right) {
    throw new TypeError(
      `parameter ${name}: expected a ${expected}, found ${JSON.stringify(value)}`,
    );
  }
}

/**
 * Replaces some of the defaults.
 *
 * @param defaults every parameter with its usual value
 * @param changes other values for some of them, of the same types
 * @throws RangeError where a change has a name that the defaults lack
 * @throws TypeError where a change is of another type than the default
 */
export function changeParameters<Defaults extends Parameters>(
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
 * @throws RangeError, TypeError as `changeParameters` does
 */
export function readParameters<Defaults extends Parameters>(
  defaults: Defaults,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Widened<Defaults> {
  const text = environment[PARAMETERS_VARIABLE];
  if (!text) return changeParameters(defaults, {});
  let changes: unknown;
  try {
    changes = JSON.parse(text);
  } catch {
    // Told below, with what else is no object.
  }
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    const example = '{"epochs": 3}';
    throw new SyntaxError(`${PARAMETERS_VARIABLE}: expected JSON like ${example}, found ${text}`);
  }
  return changeParameters(defaults, changes as Record<string, unknown>);
}
