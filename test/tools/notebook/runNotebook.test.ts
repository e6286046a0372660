import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeCellError, runNotebook } from '../../../tools/notebook/runNotebook';
import { fakeProgram } from '../setup/fakeProgram';
import { temporaryFolder } from '../../setup/temporaryFolder';

describe('the error of a cell', () => {
  const source = 'const a = b.c;\na';

  it('shows the cell and what it said, without the frames of Node and the kernel', () => {
    const text = [
      'TypeError: no c\n',
      '    at cell:1:2\n',
      '    at Script.run (node:vm:1:1)\n',
      '    at execute (/x/node_modules/tslab/dist/executor.js:1:1)\n',
    ];
    const outputs = [
      { output_type: 'stream', name: 'stdout', text: 'hello\n' },
      { output_type: 'stream', name: 'stderr', text },
    ];
    expect(describeCellError({ type: 'code', source, outputs }, 'Training', '')).toBe(
      [
        'The notebook failed in the section "Training", in this cell:',
        '    const a = b.c;',
        '    a',
        'It said:',
        '    TypeError: no c',
        '        at cell:1:2',
      ].join('\n'),
    );
  });

  it('gives the reason of Jupyter where the cell said nothing', () => {
    const described = describeCellError(
      { type: 'code', source, outputs: [] },
      'Training',
      'Kernel died',
    );
    expect(described.split('\n').at(-1)).toBe('    Kernel died');
  });
});

describe.skipIf(process.platform === 'win32')('running a notebook', () => {
  let project: string;
  let told: string[];

  beforeEach(() => {
    project = temporaryFolder();
    told = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => told.push(line));
    mkdirSync(join(project, 'notebooks'));
    const cells = [
      { cell_type: 'markdown', source: '# Digits' },
      { cell_type: 'code', source: 'load()' },
      { cell_type: 'markdown', source: '## Training' },
      { cell_type: 'code', source: 'train()' },
    ];
    writeFileSync(join(project, 'notebooks', 'a.ipynb'), JSON.stringify({ cells }));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Runs the notebook in a Jupyter that says what the script says. */
  const runIn = (script: string): Promise<void> =>
    runNotebook({
      jupyter: {
        command: fakeProgram(join(project, 'jupyter'), script),
        account: 'a stand-in',
        environment: { JUPYTER_PATH: '/kernels' },
      },
      project,
      notebook: join(project, 'notebooks', 'a.ipynb'),
      output: join(project, 'out', 'a.ipynb'),
      parameters: { epochs: 3 },
    });

  const finish = `
    const output = path.join(args[args.indexOf('--output-dir') + 1], args[args.indexOf('--output') + 1]);
    fs.copyFileSync(args.at(-1), output);`;

  it('tells each section once, as it comes, and hands the parameters on', async () => {
    await runIn(`
      for (let cell = 0; cell < 4; cell++) console.log(JSON.stringify({ cell }));
      fs.writeFileSync('seen', process.env.DIGITS_PARAMETERS + process.env.JUPYTER_PATH);
      ${finish}`);
    expect(told.map((line) => line.trim().split('  ')[1])).toEqual(['Digits', 'Training']);
    expect(existsSync(join(project, 'out', 'a.ipynb'))).toBe(true);
    expect(readFileSync(join(project, 'seen'), 'utf8')).toBe('{"epochs":3}/kernels');
  });

  it('fails with the cell that failed', async () => {
    const running = runIn(`
      console.log(JSON.stringify({ cell: 3 }));
      console.log(JSON.stringify({ failed: 3, reason: 'Kernel died' }));
      ${finish}`);
    await expect(running).rejects.toThrow(/section "Training"[^]*train\(\)[^]*Kernel died[^]*out/);
  });

  it('says what Jupyter said where Jupyter itself fails', async () => {
    const running = runIn('console.log(\'{"cell": 0}\\nNo such kernel\'); process.exitCode = 1;');
    await expect(running).rejects.toThrow(
      /Running the notebook[^]*found: No such kernel\n {2}mend: /,
    );
  });
});
