import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { projectFolder } from '../../src/files/projectFolder';
import { preferThroughput } from '../../src/engine/preferThroughput';
import {
  declaredParameters,
  NOTEBOOK,
  readNotebook,
  type DeclaredParameter,
} from '../notebook/readNotebook';
import { checkParameters, type Parameter, type Parameters } from '../../src/notebook/parameters';
import { runNotebook } from '../notebook/runNotebook';
import { setUpWithJupyter } from '../setup/setUp';
import { describeSummary, readSummary } from '../notebook/summary';

function parserFor(example: Parameter): (text: string) => Parameter {
  return (text) => {
    if (typeof example === 'string') return text;
    const value: unknown = text.trim() === '' ? undefined : toValue(text);
    if (typeof value === typeof example) return value as Parameter;
    throw new InvalidArgumentError(
      `Expected a ${typeof example} like ${example}, found "${text}".`,
    );
  };
}

function toValue(text: string): number | boolean | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** `learningRate` is `--learning-rate` on the command line. */
function optionFor({ name, value, comment }: DeclaredParameter): Option {
  const flag = name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  const usual = `(in the notebook: ${value})`;
  return new Option(`--${flag} <${typeof value}>`, `${comment} ${usual}`.trim()).argParser(
    parserFor(value),
  );
}

async function start(parameters: Parameters): Promise<void> {
  preferThroughput();
  const project = projectFolder();
  const jupyter = await setUpWithJupyter();
  const output = join(project, 'out', NOTEBOOK);
  const summary = join(project, 'out', 'summary.json');
  rmSync(summary, { force: true });
  console.error(`Running the notebook in Jupyter, ${jupyter.account} …`);
  const notebook = join(project, 'notebooks', NOTEBOOK);
  await runNotebook({ jupyter, project, notebook, output, parameters });
  console.log(describeSummary(readSummary(summary), output, project));
}

/** Refuses at once what the notebook would refuse after Jupyter has started. */
function check(parameters: Parameters, command: Command): void {
  try {
    checkParameters(parameters, join(projectFolder(), 'notebooks'));
  } catch (error) {
    command.error(`error: ${(error as Error).message}`, { exitCode: 2 });
  }
}

/**
 * The command that sets up and runs the whole notebook without a browser. Its options are the
 * parameters that the notebook declares.
 */
export function startCommand(): Command {
  const notebook = join(projectFolder(), 'notebooks', NOTEBOOK);
  const parameters = existsSync(notebook) ? declaredParameters(readNotebook(notebook)) : [];
  const defaults = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  const command = new Command('start')
    .description('Set up, run the whole notebook without a browser, and print a summary')
    .action((changes: Parameters) => {
      check({ ...defaults, ...changes }, command);
      return start(changes);
    });
  for (const parameter of parameters) command.addOption(optionFor(parameter));
  return command;
}
