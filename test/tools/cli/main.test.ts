import { describe, expect, it } from 'vitest';
import { runTools } from '../../cli/runDigits';

describe('the commands of npm', () => {
  it('list those for working on the project itself apart from the others', async () => {
    const { status, stdout } = await runTools(['--help']);
    expect(status).toBe(0);
    const [users, project] = stdout.split('Commands for working on the project itself:');
    for (const name of ['start', 'notebook', 'recognize', 'train', 'setup', 'doctor']) {
      expect(users).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
    expect(users).not.toMatch(/^ {2}(bench|mistakes|fuzz) /m);
    expect(project).toMatch(/^ {2}bench .*^ {2}fuzz /ms);
  });

  it('say in words why a file cannot be read', async () => {
    const { status, stderr } = await runTools(['clean-notebook', 'package.json/a', 'b']);
    expect([status, stderr]).toEqual([
      1,
      'package.json/a: expected a notebook, found a file where a folder would be\n',
    ]);
  });

  it.each([
    ['an unknown option', ['doctor', '--fast']],
    ['a parameter of the wrong type', ['start', '--epochs', 'many']],
    ['a row that does not exist', ['bench', '--rows', '1,99']],
    ['no notebook to clean', ['clean-notebook']],
  ])('are used wrongly with %s', async (_, args) => {
    const { status, stdout, stderr } = await runTools(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/Usage|--help/);
  });

  it('start lists the parameters of the notebook', async () => {
    const { status, stdout } = await runTools(['start', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--epochs <number>');
  });

  it.each(['native', 'wasm'])(
    'doctor says which engine runs with DIGITS_ENGINE=%s',
    async (name) => {
      const { stdout } = await runTools(['doctor'], { environment: { DIGITS_ENGINE: name } });
      expect(stdout).toMatch(/^Node {6}\d+\.\d+\.\d+ on /m);
      expect(stdout).toMatch(/^Data .*MNIST from /m);
      expect(stdout).toMatch(new RegExp(`^Engine .*${name}`, 'm'));
    },
  );

  it('doctor fails where the engine asked for does not exist', async () => {
    const { status, stdout } = await runTools(['doctor'], {
      environment: { DIGITS_ENGINE: 'gpu' },
    });
    expect(status).toBe(1);
    expect(stdout).toContain('expected native or wasm, found "gpu"');
  });
});
