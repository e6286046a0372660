// Loaded by Node before a job (--require): counts the calls that change files, and kills the process in the midst of
// the one that DIE_AT_WRITE names. Without the variable the number of calls is written to COUNT_WRITES.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const calls = [
  'appendFileSync',
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'symlinkSync',
  'unlinkSync',
  'writeFileSync',
] as const;

const { DIE_AT_WRITE: deadline, COUNT_WRITES: counter } = process.env;
const write = fs.writeFileSync;
let count = 0;

/** What a process that is killed in the midst of writing leaves. */
function writeHalf(args: readonly unknown[]): void {
  const [path, content] = args as [string, string | Uint8Array];
  write(path, content.slice(0, Math.floor(content.length / 2)));
}

for (const name of calls) {
  const original = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]): unknown => {
      if (String(count++) === deadline) {
        if (name === 'writeFileSync') writeHalf(args);
        process.kill(process.pid, 'SIGKILL');
      }
      return original(...args);
    },
  });
}

syncBuiltinESMExports();

if (counter !== undefined && deadline === undefined) {
  process.on('exit', () => {
    write(counter, String(count));
  });
}
