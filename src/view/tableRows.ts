/** What a row of a table of readings tells of. */
export const tableRows = ['numbers', 'digits'] as const;

/** What a row of a table of readings tells of: a number, or a mark. */
export type TableRows = (typeof tableRows)[number];
