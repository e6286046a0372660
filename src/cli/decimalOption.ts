import { Option } from 'commander';
import { decimalMarks } from '../reader/page/numberValue';

/** The option that says which mark stands before decimals. */
export const decimalOption = (): Option =>
  new Option(
    '--decimal <mark>',
    'the decimal mark where a number leaves it open, as 1.234 does (default: what the page uses)',
  ).choices(decimalMarks);
