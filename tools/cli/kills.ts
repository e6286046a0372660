import { Command, Option } from 'commander';
import { jobs } from '../faults/jobs';
import { survive, type Survival } from '../faults/survive';
import { startProgress } from '../../src/cli/progress';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';
import { alignColumns } from '../../src/cli/alignColumns';

interface KillsOptions {
  readonly moments: number;
  readonly seed: number;
  readonly job?: string;
}

function rowOf({ name, seconds, moments, survived, left }: Survival): string[] {
  const remains = Object.entries(left).map(([what, count]) => `${what} (${count})`);
  return [
    name,
    `${seconds.toFixed(1)} s`,
    String(moments),
    String(survived),
    remains.sort().join(', '),
  ];
}

async function kill({ moments, seed, job: wished }: KillsOptions): Promise<void> {
  const chosen = jobs.filter(({ name }) => wished === undefined || name === wished);
  const results: Survival[] = [];
  for (const job of chosen) {
    const progress = startProgress(`Killing ${job.name}`, moments, 'steps');
    const result = await survive(job, {
      moments,
      seed,
      onMoment: (done) => {
        progress.update(done);
      },
    });
    progress.end();
    for (const failure of result.failures) console.error(`${job.name}: ${failure}`);
    results.push(result);
  }
  const heads = ['job', 'takes', 'moments', 'survived', 'what the killed process had left'];
  console.log(alignColumns([heads, ...results.map(rowOf)]).join('\n'));
  if (results.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
}

/** The command that kills the jobs of this project at many moments, and sees whether anything is lost. */
export function killsCommand(): Command {
  return new Command('kills')
    .description('Kill jobs at random moments, run them again, and check that nothing is lost')
    .option('--moments <number>', 'number of kills per job', wholeNumberFrom(1), 100)
    .option('--seed <number>', 'seed of the moments', wholeNumberFrom(0), 1)
    .addOption(new Option('--job <name>', 'only this job').choices(jobs.map(({ name }) => name)))
    .action(kill);
}
