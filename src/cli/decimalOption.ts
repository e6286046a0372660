import { Option } from 'commander';
import { decimalMarks } from '../reader/page/numberValue';

/** The option that says which mark stands before decimals. */
export const decimalOption = (): Option =>
  new Option(
    '--decimal <mark>',
    'decimal mark of ambiguous numbers such as 1.234 (default: what the page uses)',
  ).choices(decimalMarks);
