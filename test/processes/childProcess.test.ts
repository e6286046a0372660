import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lastLines, run } from '../../src/processes/childProcess';
import { temporaryFolder } from '../setup/temporaryFolder';

const evaluate = (script: string): readonly [string, string[]] => [
  process.execPath,
  ['--eval', script],
];

describe('running a process', () => {
  it('tells its exit code, what it printed and each line as it comes', async () => {
    const lines: string[] = [];
    const script = "console.log('out'); console.error('err'); process.exitCode = 3";
    const { status, output } = await run(...evaluate(script), {
      onLine: (line) => lines.push(line),
    });
    expect(status).toBe(3);
    expect(output.split('\n').sort()).toEqual(['err', 'out']);
    expect(lines.sort()).toEqual(['err', 'out']);
  });

  it('gives it a folder and more environment', async () => {
    const folder = temporaryFolder();
    const script = "console.log(process.cwd(), process.env.TEA, 'PATH' in process.env)";
    const { output } = await run(...evaluate(script), { folder, environment: { TEA: 'green' } });
    expect(output).toMatch(/digits-test-\S+ green true$/);
  });

  it('tells it something as it starts, and hears what it tells', async () => {
    const script = `process.once('message', ({ tea }) => {
      process.send({ drunk: tea });
      process.send('more', () => process.disconnect());
    })`;
    const heard: unknown[] = [];
    const { status } = await run(...evaluate(script), {
      message: { tea: 'green' },
      onMessage: (message) => heard.push(message),
    });
    expect([status, heard]).toEqual([0, [{ drunk: 'green' }, 'more']]);
  });

  it('tells how it ended where it does not listen', async () => {
    const { status } = await run(...evaluate('process.exit(3)'), { message: { tea: 'green' } });
    expect(status).toBe(3);
  });

  it('says so where the program does not exist', async () => {
    const { status, output } = await run('no-such-program', []);
    expect(status).toBeUndefined();
    expect(output).toContain('ENOENT');
  });

  it('ends it when patience is over, and says so after what it printed', async () => {
    const script = "console.log('working'); setInterval(() => {}, 1000)";
    const { status, output } = await run(...evaluate(script), { patience: 6 });
    expect(status).toBeUndefined();
    expect(output).toBe('working\nno end after 6 s');
  });
});

it('the last lines are those with text', () => {
  expect(lastLines('a\n\nb\r\nc\n  \n', 2)).toBe('b\nc');
});

it.skipIf(process.platform === 'win32')('Ctrl-C ends what a process has started, too', async () => {
  const folder = temporaryFolder();
  const [begun, ended] = ['begun', 'ended'].map((name) => join(folder, name));
  const grandchild = `
    process.on('SIGINT', () => {
      require('fs').writeFileSync(${JSON.stringify(ended)}, '');
      process.exit();
    });
    setInterval(() => {}, 1000);
    require('fs').writeFileSync(${JSON.stringify(begun)}, '');`;
  const child = `
    require('child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(grandchild)}]);
    setInterval(() => {}, 1000);`;
  const module = join(__dirname, '..', '..', 'dist', 'processes', 'childProcess.js');
  const parent = spawn(process.execPath, [
    '--eval',
    `const { run } = require(${JSON.stringify(module)});
     run(process.execPath, ['--eval', ${JSON.stringify(child)}]).then(() => console.log('next step'));`,
  ]);
  let printed = '';
  parent.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const until = async (file: string): Promise<void> => {
    while (!existsSync(file)) await sleep(20);
  };
  await until(begun);
  parent.kill('SIGINT');
  const status = await new Promise((resolve) => parent.on('close', resolve));
  expect(status).toBe(130);
  expect(printed).toBe('');
  await until(ended);
});
