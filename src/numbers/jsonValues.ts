/** Whether a value is an object of JSON: neither a list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of an object of JSON by their names; none where it is no such object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** Whether a value is a text. */
export const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a value is a length: a whole number, not below 0. */
export const isLength = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
