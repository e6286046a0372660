import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanNotebook, type NotebookFile } from '../../../tools/notebook/cleanNotebook';

describe.each([
  { name: 'handwritten_digit_recognition.ipynb', figures: 24 },
  { name: 'read_your_own_form.ipynb', figures: 1 },
])('the committed notebook $name', ({ name, figures }) => {
  const text = readFileSync(join(__dirname, '../../../notebooks', name), 'utf8');
  const notebook = JSON.parse(text) as NotebookFile;
  const code = notebook.cells.filter(({ cell_type }) => cell_type === 'code');

  it('is clean: cleaning it again changes nothing', () => {
    expect(cleanNotebook(notebook) === text).toBe(true);
  });

  it('was executed, and shows its figures as pictures', () => {
    const outputs = code.flatMap((cell) => cell.outputs ?? []);
    const pictures = outputs.filter(({ data = {} }) =>
      Object.keys(data).some((type) => type.startsWith('image/')),
    );
    expect(pictures.length).toBeGreaterThanOrEqual(figures);
    for (const { name } of outputs) expect(name).not.toBe('stderr');
  });

  it('says in words what each picture shows', () => {
    for (const { data = {}, metadata = {} } of code.flatMap((cell) => cell.outputs ?? [])) {
      const type = Object.keys(data).find((name) => name.startsWith('image/'));
      if (type)
        expect(metadata[type]).toMatchObject({ alt: expect.stringMatching(/\w+ \w+/) as string });
    }
  });

  it('has cells of at most fifteen lines', () => {
    for (const { source } of code) expect(source.length, source[0]).toBeLessThanOrEqual(15);
  });

  it('knows nothing of the machine that executed it', () => {
    expect(text).not.toMatch(/"\/(home|root|work|Users|tmp)\//);
    expect(text).not.toContain(join(__dirname, '../../..'));
  });
});

describe('cleaning a notebook', () => {
  const executed = {
    cells: [
      { cell_type: 'markdown', id: 'a8f3', metadata: { tags: ['x'] }, source: '# Title\ntext' },
      {
        cell_type: 'code',
        id: '77c1',
        execution_count: 12,
        metadata: {
          execution: { 'iopub.status.busy': '2026-01-01' },
          jupyter: { source_hidden: true, outputs_hidden: false },
        },
        source: ['one();\n', 'two();'],
        outputs: [
          { output_type: 'stream', name: 'stdout', text: 'a\n' },
          { output_type: 'stream', name: 'stdout', text: ['b\n'] },
          { output_type: 'display_data', data: { 'image/png': ['iVBO'] }, metadata: { width: 1 } },
          {
            output_type: 'display_data',
            data: { 'text/html': '<div aria-label="Bars &lt; 1."></div>' },
            metadata: {},
          },
        ],
      },
    ],
    metadata: { kernelspec: { name: 'tslab' }, language_info: { version: '3.7.2' } },
    nbformat: 4,
    nbformat_minor: 4,
  };

  it('keeps texts and pictures, and drops what changes from run to run', () => {
    expect(JSON.parse(cleanNotebook(executed))).toEqual({
      cells: [
        {
          cell_type: 'markdown',
          id: 'cell-01',
          metadata: { tags: ['x'] },
          source: ['# Title\n', 'text'],
        },
        {
          cell_type: 'code',
          id: 'cell-02',
          execution_count: null,
          metadata: { jupyter: { source_hidden: true } },
          source: ['one();\n', 'two();'],
          outputs: [
            { output_type: 'stream', name: 'stdout', text: ['a\n', 'b\n'] },
            {
              output_type: 'display_data',
              data: { 'image/png': 'iVBO' },
              metadata: { 'image/png': { alt: 'Bars < 1.', width: 700 } },
            },
          ],
        },
      ],
      metadata: { kernelspec: { name: 'tslab' } },
      nbformat: 4,
      nbformat_minor: 5,
    });
  });

  it('refuses one that ended in an error', () => {
    const [, code] = executed.cells;
    const failed = { ...code, outputs: [{ output_type: 'error' }] };
    expect(() => cleanNotebook({ ...executed, cells: [failed] })).toThrow(
      'found one with an error',
    );
  });
});
