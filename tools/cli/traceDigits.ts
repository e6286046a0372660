import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { brightInk } from '../../src/digits/brightInk';
import { readDigitSet } from '../../src/digits/digitSet';
import { writeWhole } from '../../src/files/wholeFile';
import { traceSamples } from '../../src/pages/hand/tracedSamples';
import { wholeNumberFrom } from '../../src/cli/parseWholeNumber';
import { makeFolder } from '../../src/files/makeFolder';

interface TraceOptions {
  readonly out: string;
  readonly collection: string;
  readonly writers: number;
}

function traceDigits(
  images: string,
  labels: string,
  { out, collection, writers }: TraceOptions,
): void {
  const digits = brightInk(readDigitSet(images, labels));
  const samples = traceSamples(digits, collection, writers);
  makeFolder(dirname(out));
  writeWhole(out, gzipSync(samples.map((sample) => `${JSON.stringify(sample)}\n`).join('')));
  console.log(`${out}: the strokes of ${samples.length} of ${digits.count} digits`);
}

/** The command that turns a collection of digits into strokes, for pages to be written with. */
export function traceDigitsCommand(): Command {
  return new Command('trace-digits')
    .description('Convert the digits of IDX files to strokes, for --strokes')
    .argument('<images>', 'IDX file of digits, dark on light or light on dark')
    .argument('<labels>', 'IDX file of their labels')
    .requiredOption('--out <file>', 'file to write; ends in .ndjson.gz')
    .option('--collection <name>', 'name of the collection', 'traced')
    .option(
      '--writers <number>',
      'number of writers to distribute the digits over',
      wholeNumberFrom(1),
      100,
    )
    .action(traceDigits);
}
