import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runDigits, runTools } from './runDigits';

describe('digits', () => {
  it('lists its commands, and none for working on the project itself', async () => {
    const { status, stdout } = await runDigits(['--help']);
    expect(status).toBe(0);
    for (const name of ['recognize', 'train', 'sweep', 'evaluate']) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
    expect(stdout).not.toMatch(/^ {2}(setup|start|bench|fuzz) /m);
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
    expect(stdout).toContain('(default: one per core)');
    expect(stdout).not.toContain('default: false');
  });

  it('prints no character that a terminal would obey', async () => {
    const { stderr } = await runDigits(['evaluate', '--csv', 'a\u001b[2J\u202eb.csv']);
    expect(stderr).toContain('a\\u001b[2J\\u202eb.csv: expected');
  });

  it.each([
    ['--help', runDigits],
    ['doctor', runTools],
  ])('ends quietly where nobody reads what %s prints', async (command, run) => {
    const { status, stderr } = await run([command], { readsUpTo: 0 });
    expect([status, stderr]).toEqual([141, '']);
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['constructor']],
    ['an unknown option', ['recognize', '--fast']],
  ])('is used wrongly with %s', async (_, args) => {
    const { status, stdout, stderr } = await runDigits(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Usage|--help/);
  });
});
