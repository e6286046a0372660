import { Option } from 'commander';

/** The option that names the server of a queue; in the environment, its password does not stand in the list of processes. */
export function queueOption(what: string): Option {
  return new Option(
    '--queue <url>',
    `${what}: redis://host:port, rediss: for TLS, with a password redis://user:password@host:port`,
  ).env('DIGITS_QUEUE');
}
