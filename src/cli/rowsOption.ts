import { Option } from 'commander';
import { tableRows } from '../view/tableRows';

/** The option of commands that write tables of readings. */
export function rowsOption(): Option {
  return new Option(
    '--rows <what>',
    'one row a number, or a digit: with the reason where there is no answer, the likeliest and the second likeliest',
  )
    .choices(tableRows)
    .default(tableRows[0]);
}
