import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../src/files/cacheFolder';
import { findMnist } from '../../src/digits/mnistSources';
import { startEngine } from '../../src/engine/engine';
import { DEFAULT_MODEL } from '../../src/classifier/folder/loadClassifier';
import { modelFolder, modelNames } from '../../src/files/shippedModels';
import { loadCard } from '../../src/classifier/folder/modelFolder';
import { folderSize } from '../../src/files/folderSize';
import { findJupyter } from './jupyter';
import { findPython } from './python';
import { percent } from '../../src/numbers/percent';

const packages = [
  '@tensorflow/tfjs-node',
  '@tensorflow/tfjs-backend-wasm',
  'jimp',
  'nodejs-polars',
  'plotly.js-dist',
  'tslab',
  'typescript',
];

function packageVersion(project: string, name: string): string {
  const file = join(project, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return `${name} ${version}`;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function describeCache(): string[] {
  const folder = cacheFolder();
  if (!existsSync(folder)) return [`${folder} (empty)`];
  const parts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [
    folder,
    ...parts.map(({ name }) => `${name}: ${megabytes(folderSize(join(folder, name)))}`),
  ];
}

function describeModel(name: string): string {
  const folder = modelFolder(name);
  const card = loadCard(folder);
  const origin = card
    ? `made ${card.date.slice(0, 10)}, ${percent(card.test.accuracy)} of MNIST's test digits`
    : 'without a card';
  const usual = name === DEFAULT_MODEL ? ', the usual one' : '';
  return `${name}: ${megabytes(folderSize(folder))}, ${origin}${usual}`;
}

/** npm says its own version to what it starts. */
const npmVersion = (): string =>
  /npm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '')?.[1] ??
  'not asked: not started by npm';

/** One thing that was looked at, and what is known of it. */
export interface Finding {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly failed: boolean;
}

/**
 * Looks at all that the project stands on.
 *
 * @param project the project's folder
 * @returns what was found; a subject that could not be looked at says why
 */
export async function examine(project: string): Promise<readonly Finding[]> {
  const subjects: readonly [subject: string, look: () => string[] | Promise<string[]>][] = [
    ['Node', () => [`${process.versions.node} on ${process.platform} ${process.arch}`]],
    ['npm', () => [npmVersion()]],
    [
      'Python',
      async () => {
        const { command, version } = await findPython();
        return [`${version} (${command})`];
      },
    ],
    [
      'Jupyter',
      async () => {
        const jupyter = await findJupyter(project);
        if (!jupyter) throw new Error('none; `npm run setup` installs it');
        return [jupyter.account];
      },
    ],
    ['Packages', () => packages.map((name) => packageVersion(project, name))],
    [
      'Engine',
      async () => {
        const { name, version, reason } = await startEngine();
        return `${name}, version ${version}: ${reason}`.split('\n');
      },
    ],
    [
      'Data',
      async () => {
        const { folder, origin } = await findMnist();
        return [`MNIST from ${origin}: ${folder}`];
      },
    ],
    ['Models', () => [join(project, 'models'), ...modelNames().map(describeModel)]],
    ['Cache', describeCache],
  ];
  const findings: Finding[] = [];
  for (const [subject, look] of subjects) {
    try {
      findings.push({ subject, lines: await look(), failed: false });
    } catch (error) {
      findings.push({ subject, lines: (error as Error).message.split('\n'), failed: true });
    }
  }
  return findings;
}
