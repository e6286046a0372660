import { Command } from 'commander';
import { cleanNotebook, type NotebookFile } from '../notebook/cleanNotebook';
import { readRegularFile } from '../../src/files/regularFile';
import { writeWhole } from '../../src/files/wholeFile';

/** The command that brings an executed notebook into the form that is committed. */
export function cleanNotebookCommand(): Command {
  return new Command('clean-notebook')
    .description('Remove from an executed notebook what changes from run to run, before a commit')
    .argument('<from>', 'the executed notebook')
    .argument('<to>', 'the notebook to commit')
    .action((from: string, to: string) => {
      const content = readRegularFile(from, 'a notebook').toString('utf8');
      writeWhole(to, cleanNotebook(JSON.parse(content) as NotebookFile));
      console.log(to);
    });
}
