import { availableParallelism, cpus, release, totalmem, type } from 'node:os';

/** What it was measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  /** Versions, by the names of the programs. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Describes this machine.
 *
 * @param peers the versions of the peers, by their names
 */
export function examineMachine(peers: Readonly<Record<string, string>>): Machine {
  return {
    processor: cpus()[0].model,
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    versions: { Node: process.versions.node, ...peers },
  };
}

/** The description for people, in one line. */
export function describeMachine(machine: Machine): string {
  const { processor, cores, memoryGigabytes, system, versions } = machine;
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [`${processor}, ${cores} cores, ${memoryGigabytes} GB`, system, ...programs].join('; ');
}
