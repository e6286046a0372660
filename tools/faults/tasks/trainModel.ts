// Trains a network with few digits, going on where an earlier process has stopped: `node trainModel.js FOLDER`.
import { makeModel } from '../../../src/classifier/makeModel';
import { sliceDigits } from '../../../src/digits/digitSet';
import { loadMnist } from '../../../src/digits/mnist';
import { preferThroughput } from '../../../src/engine/preferThroughput';

async function train(folder: string): Promise<void> {
  preferThroughput();
  const { train, test } = await loadMnist();
  const digits = {
    training: sliceDigits(train, 0, 512),
    validation: sliceDigits(train, 512, 1_024),
    test: sliceDigits(test, 0, 500),
  };
  const options = { preset: 'quick', seed: 1, overrides: { epochs: 4 }, resume: true };
  await makeModel(digits, { ...options, folder });
}

void train(process.argv[2]);
