import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { cleanNotebook, type NotebookFile } from '../notebook/cleanNotebook';
import { writeWhole } from '../files/wholeFile';

/** The command that brings an executed notebook into the form that is committed. */
export function cleanNotebookCommand(): Command {
  return new Command('clean-notebook')
    .description('Strip an executed notebook of what changes from run to run, to commit it')
    .argument('<from>', 'the executed notebook')
    .argument('<to>', 'the notebook to commit')
    .action((from: string, to: string) => {
      writeWhole(to, cleanNotebook(JSON.parse(readFileSync(from, 'utf8')) as NotebookFile));
      console.log(to);
    });
}
