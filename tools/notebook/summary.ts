import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { percent } from '../../src/numbers/percent';

/** What the notebook writes to out/summary.json at its end. */
export interface Summary {
  readonly engine: string;
  /** Share of MNIST's test digits that were read rightly, 0 to 1. */
  readonly testAccuracy: number;
  /** The same share for the nearest mean digit, which learns nothing else; 0 to 1. */
  readonly baselineAccuracy: number;
  /** The digits read from the sample page, a text a line. */
  readonly digits: readonly string[];
  /** The paths of the exported plots, from the notebook's folder. */
  readonly plots: readonly string[];
  /** How many numbers the network has learned. */
  readonly weights: number;
  readonly epochs: number;
  readonly trainingSeconds: number;
}

/**
 * Reads the summary of a run.
 *
 * @throws Error where the notebook has not written one
 */
export function readSummary(path: string): Summary {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Summary;
  throw new Error(
    `${path}: expected the summary that the notebook writes at its end, found no file`,
  );
}

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

function countByFolder(paths: readonly string[]): string[] {
  const folders = new Map<string, number>();
  for (const path of paths) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  return Array.from(folders, ([folder, count]) => `${folder}${sep} (${counted(count, 'file')})`);
}

/**
 * The summary for people, a line each.
 *
 * @param notebook the path of the executed notebook
 * @param project the project's folder: paths are shown from there
 */
export function describeSummary(summary: Summary, notebook: string, project: string): string {
  const {
    engine,
    testAccuracy,
    baselineAccuracy,
    digits,
    plots,
    weights,
    epochs,
    trainingSeconds,
  } = summary;
  const fromProject = (path: string): string =>
    relative(project, resolve(project, 'notebooks', path));
  const list = (title: string, items: readonly string[]): string =>
    items.map((item, index) => `${(index === 0 ? title : '').padEnd(16)}${item}`).join('\n');
  return [
    list('Engine', [engine]),
    list('Network', [`${weights.toLocaleString('en')} weights`]),
    list('Training', [`${counted(epochs, 'epoch')}, ${trainingSeconds.toFixed(1)} s`]),
    list('Test accuracy', [
      `${percent(testAccuracy)} (nearest mean digit: ${percent(baselineAccuracy)})`,
    ]),
    list('Sample page', digits),
    list('Notebook', [fromProject(notebook)]),
    list('Plots', countByFolder(plots.map(fromProject))),
  ].join('\n');
}
