import { Option } from 'commander';
import { tableRows } from '../view/tableRows';

/** The option of commands that write tables of readings. */
export function rowsOption(): Option {
  return new Option(
    '--rows <what>',
    'one row per number or per digit; rows of digits add the reason for a missing answer, and the two likeliest digits',
  )
    .choices(tableRows)
    .default(tableRows[0]);
}
