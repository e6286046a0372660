import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runDigits } from './runDigits';

describe('digits', () => {
  it('lists its commands, those for working on the project itself apart from the others', async () => {
    const { status, stdout } = await runDigits(['--help']);
    expect(status).toBe(0);
    const [users, project] = stdout.split('Commands for working on the project itself:');
    const names = [
      'start',
      'notebook',
      'recognize',
      'train',
      'sweep',
      'evaluate',
      'setup',
      'doctor',
    ];
    for (const name of names) {
      expect(users).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
    expect(users).not.toMatch(/^ {2}(bench|mistakes|fuzz) /m);
    expect(project).toMatch(/^ {2}bench .*^ {2}fuzz /ms);
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await runDigits(['--version'])).toEqual({
      status: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it('tells of each option what it is where it is not given, but not of flags', async () => {
    const { stdout } = await runDigits(['batch', '--help']);
    expect(stdout).toContain('(default: one a core)');
    expect(stdout).not.toContain('default: false');
  });

  it('says in words why a file cannot be read', async () => {
    const { status, stderr } = await runDigits(['clean-notebook', 'package.json/a', 'b']);
    expect([status, stderr]).toEqual([
      1,
      'package.json/a: expected a notebook, found a file where a folder would be\n',
    ]);
  });

  it('prints no character that a terminal would obey', async () => {
    const { stderr } = await runDigits(['evaluate', '--csv', 'a\u001b[2J\u202eb.csv']);
    expect(stderr).toContain('a\\u001b[2J\\u202eb.csv: expected');
  });

  it.each([['--help'], ['doctor']])(
    'ends quietly where nobody reads what %s prints',
    async (command) => {
      const { status, stderr } = await runDigits([command], { readsUpTo: 0 });
      expect([status, stderr]).toEqual([141, '']);
    },
  );

  it.each([
    ['no command', []],
    ['an unknown command', ['constructor']],
    ['an unknown option', ['doctor', '--fast']],
    ['a parameter of the wrong type', ['start', '--epochs', 'many']],
    ['a row that does not exist', ['bench', '--rows', '1,99']],
    ['no notebook to clean', ['clean-notebook']],
  ])('is used wrongly with %s', async (_, args) => {
    const { status, stdout, stderr } = await runDigits(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Usage|--help/);
  });

  it('start lists the parameters of the notebook', async () => {
    const { status, stdout } = await runDigits(['start', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--epochs <number>');
  });

  it.each(['native', 'wasm'])(
    'doctor says which engine runs with DIGITS_ENGINE=%s',
    async (name) => {
      const { stdout } = await runDigits(['doctor'], { environment: { DIGITS_ENGINE: name } });
      expect(stdout).toMatch(/^Node {6}\d+\.\d+\.\d+ on /m);
      expect(stdout).toMatch(/^Data .*MNIST from /m);
      expect(stdout).toMatch(new RegExp(`^Engine .*${name}`, 'm'));
    },
  );

  it('doctor fails where the engine asked for does not exist', async () => {
    const { status, stdout } = await runDigits(['doctor'], {
      environment: { DIGITS_ENGINE: 'gpu' },
    });
    expect(status).toBe(1);
    expect(stdout).toContain('expected native or wasm, found "gpu"');
  });
});
