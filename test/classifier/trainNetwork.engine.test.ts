import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { sliceDigits } from '../../src/digits/digitSet';
import { loadMnist, type Mnist } from '../../src/digits/mnist';
import { createRandom } from '../../src/numbers/random';
import type { TrainingSplit } from '../../src/digits/split';
import { startEngine } from '../../src/engine/engine';
import { applyTemperature } from '../../src/classifier/temperature';
import { classifyDigits, createClassifier } from '../../src/classifier/classify';
import { evaluate } from '../../src/classifier/evaluation/evaluation';
import { featureMaps } from '../../src/classifier/featureMaps';
import { imageTensor } from '../../src/classifier/imageTensor';
import { loadModel, saveModel } from '../../src/classifier/folder/modelFolder';
import { createNetwork, joinNetworks } from '../../src/classifier/network';
import {
  findPreset,
  presetNames,
  type Hyperparameters,
} from '../../src/classifier/settings/presets';
import type { EpochResult } from '../../src/classifier/epochResult';
import { trainNetwork, type TrainingOptions } from '../../src/classifier/trainNetwork';
import { dropoutMasks, trainingLogits } from '../../src/classifier/trainingPass';

const { layers, hyperparameters } = findPreset('quick');
/** A network of every kind of layer, small enough to train in a test. */
const smallLayers = [
  { kind: 'convolution', filters: 4, size: 5, stride: 2, padding: 'same' },
  { kind: 'batchNormalization' },
  { kind: 'relu' },
  { kind: 'maxPooling', size: 2 },
  { kind: 'dropout', rate: 0.2 },
  { kind: 'flatten' },
  { kind: 'dense', units: 10 },
] as const;
const small: Hyperparameters = {
  ...findPreset('standard').hyperparameters,
  epochs: 3,
  batchSize: 100,
};

let mnist: Mnist;
let split: TrainingSplit;
let tiny: TrainingSplit;
const temporary = (): string => mkdtempSync(join(tmpdir(), 'training-'));

beforeAll(async () => {
  await startEngine();
  mnist = await loadMnist();
  split = {
    training: sliceDigits(mnist.train, 0, 4_000),
    validation: sliceDigits(mnist.train, 59_000, 60_000),
  };
  tiny = {
    training: sliceDigits(mnist.train, 0, 300),
    validation: sliceDigits(mnist.train, 59_900, 60_000),
  };
});

const weightsOf = (model: LayersModel): number[][] =>
  model.getWeights().map((weight) => Array.from(weight.dataSync()));

/** History without the only thing that differs from run to run. */
const timeless = (history: readonly EpochResult[]): object[] =>
  history.map((result) => ({ ...result, seconds: 0 }));

async function trainSmall(options: TrainingOptions, changes: Partial<Hyperparameters> = {}) {
  const model = createNetwork(smallLayers, createRandom(options.seed));
  const { history, bestEpoch } = await trainNetwork(model, tiny, { ...small, ...changes }, options);
  return { model, history, bestEpoch };
}

describe('training', () => {
  // Usually 95.7 %; the floor leaves room for other engines' rounding.
  it('reaches 94 % on validation digits with 4,000 digits and two epochs of quick', async () => {
    const model = createNetwork(layers, createRandom(1));
    const before = tf.memory().numTensors;
    const steps: number[] = [];
    const { history } = await trainNetwork(model, split, hyperparameters, {
      seed: 1,
      onStep: ({ step }) => void steps.push(step),
    });
    expect(history.at(-1)!.validationAccuracy).toBeGreaterThan(0.94);
    expect(history[1].loss).toBeLessThan(history[0].loss);
    expect(steps).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives the same network for the same seed, to the last bit, and another for another', async () => {
    const [first, again, other] = [
      await trainSmall({ seed: 5 }),
      await trainSmall({ seed: 5 }),
      await trainSmall({ seed: 6 }),
    ];
    expect(weightsOf(again.model)).toEqual(weightsOf(first.model));
    expect(timeless(again.history)).toEqual(timeless(first.history));
    expect(weightsOf(other.model)).not.toEqual(weightsOf(first.model));
  });

  it('ends the same when it was stopped and resumed', async () => {
    const whole = await trainSmall({ seed: 5 });
    const checkpoints = temporary();
    const stop = ({ step }: { step: number }): void => {
      if (step === 5) throw new Error('killed');
    };
    await expect(trainSmall({ seed: 5, checkpoints, onStep: stop })).rejects.toThrow('killed');
    expect(readdirSync(checkpoints)).toEqual(['checkpoint-0001']);
    const steps: number[] = [];
    const resumed = await trainSmall({
      seed: 5,
      checkpoints,
      onStep: ({ step }) => void steps.push(step),
    });
    expect(steps[0]).toBe(4);
    expect(weightsOf(resumed.model)).toEqual(weightsOf(whole.model));
    expect(timeless(resumed.history)).toEqual(timeless(whole.history));
  });

  it('does not go on with the state of another training', async () => {
    const checkpoints = temporary();
    await trainSmall({ seed: 5, checkpoints }, { epochs: 1 });
    await expect(trainSmall({ seed: 6, checkpoints }, { epochs: 1 })).rejects.toThrow(
      'resume with the same settings or choose another folder',
    );
  });

  it('does not go on with a state that is damaged', async () => {
    const checkpoints = temporary();
    await trainSmall({ seed: 5, checkpoints }, { epochs: 1 });
    truncateSync(join(checkpoints, 'checkpoint-0001', 'numbers.bin'), 400);
    await expect(trainSmall({ seed: 5, checkpoints }, { epochs: 1 })).rejects.toThrow(
      /checkpoint-0001: expected the whole state of a training, found: 100 numbers instead of/,
    );
  });

  it.each([
    [{ epochs: 0 }, 'epochs: expected a whole number from 1 to 999, found 0'],
    [{ epochs: 2.5 }, 'found 2.5'],
    [{ batchSize: -1 }, 'batchSize: expected a whole number from 1, found -1'],
    [{ learningRate: 0 }, 'learningRate: expected a number above 0, found 0'],
    [{ warmUp: 1.5 }, 'warmUp: expected a number from 0, below 1, found 1.5'],
  ])('refuses %j', async (changes, message) => {
    await expect(trainSmall({ seed: 5 }, changes)).rejects.toThrow(message);
  });

  it('leaves alone what else its hyperparameters hold', async () => {
    const { history } = await trainSmall({ seed: 5 }, { epochs: 1, page: 'photo.jpg' } as object);
    expect(history).toHaveLength(1);
  });

  it('refuses a seed whose epochs could not be told apart', async () => {
    await expect(trainSmall({ seed: 2 ** 40 })).rejects.toThrow('seed: expected a whole number');
  });

  it('says so where the network diverges', async () => {
    const model = createNetwork(layers, createRandom(1));
    const wild = { ...hyperparameters, batchSize: 50, learningRate: 1e30 };
    await expect(trainNetwork(model, tiny, wild, { seed: 1 })).rejects.toThrow(
      /expected a finite loss, found NaN in step \d+: .*smaller learning rate/,
    );
  });

  it('stops early where the validation digits gain nothing, and keeps the best weights', async () => {
    // A learning rate this large ruins the network after the first epochs.
    const { model, history, bestEpoch } = await trainSmall(
      { seed: 5 },
      { learningRate: 3, warmUp: 0.9, epochs: 30, patience: 3 },
    );
    expect(history.length).toBe(bestEpoch + 3);
    const { images, labels, count } = tiny.validation;
    const { accuracy } = evaluate(await classifyDigits(model, images, count), labels);
    expect(accuracy).toBe(history[bestEpoch - 1].validationAccuracy);
    expect(accuracy).toBe(Math.max(...history.map((result) => result.validationAccuracy)));
  });
});

describe('the pass through a network in training', () => {
  it('answers what tfjs answers, and leaves the same moving averages', () => {
    const withoutChance = smallLayers.filter(({ kind }) => kind !== 'dropout');
    const [ours, theirs] = [1, 1].map((seed) => createNetwork(withoutChance, createRandom(seed)));
    tf.tidy(() => {
      const x = tf.randomUniform<tf.Rank.R4>([8, 28, 28, 1], 0, 1, 'float32', 3);
      const found = tf.softmax(trainingLogits(ours, x, [])).dataSync();
      const expected = (theirs.apply(x, { training: true }) as tf.Tensor).dataSync();
      found.forEach((value, index) => {
        expect(value).toBeCloseTo(expected[index], 4);
      });
    });
    // The two count the variance differently: by n and by n - 1.
    const moving = theirs.getWeights().map((weight) => Array.from(weight.dataSync()));
    weightsOf(ours).forEach((values, weight) => {
      values.forEach((value, index) => {
        expect(value).toBeCloseTo(moving[weight][index], 2);
      });
    });
  });

  it('answers and learns alike whether ReLU comes before pooling or after it', () => {
    const [head, tail] = [
      [{ kind: 'convolution', filters: 3, size: 5 }] as const,
      [{ kind: 'flatten' }, { kind: 'dense', units: 10 }] as const,
    ];
    const [pooling, relu] = [{ kind: 'maxPooling', size: 2 }, { kind: 'relu' }] as const;
    const answers = [
      [...head, relu, pooling, ...tail],
      [...head, pooling, relu, ...tail],
    ].map((layers) => {
      const model = createNetwork(layers, createRandom(1));
      return tf.tidy(() => {
        const x = tf.randomUniform<tf.Rank.R4>([4, 28, 28, 1], 0, 1, 'float32', 3);
        const { value, grads } = tf.variableGrads(() =>
          tf.sum(tf.square(trainingLogits(model, x, []))),
        );
        const expected = model.predictOnBatch(x) as tf.Tensor;
        const found = tf.softmax(trainingLogits(model, x, []));
        expect(tf.max(tf.abs(tf.sub(found, expected))).dataSync()[0]).toBeLessThan(1e-5);
        return [value, ...Object.values(grads)].map((tensor) => Array.from(tensor.dataSync()));
      });
    });
    expect(answers[0].length).toBe(5);
    answers[0].forEach((values, index) => {
      const largest = Math.max(...values.map(Math.abs));
      values.forEach((value, at) => {
        expect(Math.abs(value - answers[1][index][at]) / largest).toBeLessThan(1e-5);
      });
    });
  });

  it('answers each image by itself where nothing makes them depend on each other, masks included', () => {
    const independent = smallLayers.filter(({ kind }) => kind !== 'batchNormalization');
    const model = createNetwork(independent, createRandom(1));
    tf.tidy(() => {
      const images = tf.randomUniform<tf.Rank.R4>([6, 28, 28, 1], 0, 1, 'float32', 3);
      const masks = dropoutMasks(model, 6, createRandom(2));
      const together = trainingLogits(model, images, masks).dataSync();
      const alone = tf.split<tf.Tensor4D>(images, 6).flatMap((image, index) =>
        Array.from(
          trainingLogits(
            model,
            image,
            masks.map((mask) => tf.split(mask, 6)[index]),
          ).dataSync(),
        ),
      );
      together.forEach((value, index) => {
        expect(value).toBeCloseTo(alone[index], 4);
      });
    });
  });

  it('drops the given share of the values, and makes up for them', () => {
    const model = createNetwork(
      [{ kind: 'dropout', rate: 0.25 }, { kind: 'flatten' }],
      createRandom(1),
    );
    tf.tidy(() => {
      const ones = tf.ones<tf.Rank.R4>([20, 28, 28, 1]);
      const masks = dropoutMasks(model, 20, createRandom(1));
      const values = trainingLogits(model, ones, masks).dataSync<'float32'>();
      expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
      expect(values.reduce((a, b) => a + b) / values.length).toBeCloseTo(1, 1);
    });
  });
});

describe('a saved model', () => {
  it('replaces another one, and the card that spoke of it', async () => {
    const folder = temporary();
    const weights = await saveModel(createNetwork(smallLayers, createRandom(1)), folder);
    writeFileSync(join(folder, 'card.json'), JSON.stringify({ weights }));
    await loadModel(folder);
    await saveModel(createNetwork(smallLayers, createRandom(2)), folder);
    await loadModel(folder);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('gives the same answers, but for the rounding to half precision', async () => {
    const { model } = await trainSmall({ seed: 5 });
    const folder = temporary();
    await saveModel(model, folder);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'weights.bin']);
    expect(readFileSync(join(folder, 'weights.bin')).length).toBe(2 * model.countParams());
    const loaded = await loadModel(folder);
    const { images, count } = tiny.validation;
    const [before, after] = [
      await classifyDigits(model, images, count),
      await classifyDigits(loaded, images, count),
    ];
    after.forEach((value, index) => {
      expect(Math.abs(value - before[index])).toBeLessThan(2e-3);
    });
  });

  it.each([
    [
      'is missing',
      (folder: string) => {
        rmSync(join(folder, 'model.json'));
      },
      'expected a model, found no such file',
    ],
    [
      'is no JSON',
      (folder: string) => {
        writeFileSync(join(folder, 'model.json'), '{');
      },
      'expected JSON, found damage',
    ],
    [
      'is no model',
      (folder: string) => {
        writeFileSync(join(folder, 'model.json'), '{}');
      },
      'found no topology',
    ],
    [
      'lacks its weights',
      (folder: string) => {
        rmSync(join(folder, 'weights.bin'));
      },
      "expected the model's weights, found no file",
    ],
    [
      'has truncated weights',
      (folder: string) => {
        truncateSync(join(folder, 'weights.bin'), 100);
      },
      'bytes of weights, found 100',
    ],
    [
      'has other weights than its card says',
      (folder: string) => {
        writeFileSync(join(folder, 'card.json'), '{"weights":"0123"}');
      },
      'expected the SHA-256 of its card (0123)',
    ],
    [
      'has a damaged card',
      (folder: string) => {
        writeFileSync(join(folder, 'card.json'), '{"weights":');
      },
      'card.json: expected JSON, found damage',
    ],
  ])('says why it does not load where it %s', async (_, damage, message) => {
    const folder = temporary();
    await saveModel(createNetwork(smallLayers, createRandom(1)), folder);
    damage(folder);
    await expect(loadModel(folder)).rejects.toThrow(message);
    await expect(loadModel(folder)).rejects.toThrow(folder);
  });

  it('is refused where it is a network for something else', async () => {
    const folder = temporary();
    await saveModel(createNetwork([{ kind: 'flatten' }], createRandom(1)), folder);
    await expect(loadModel(folder)).rejects.toThrow('found [null,28,28,1] to [null,784]');
  });
});

it('a temperature changes how sure a network is, not what it answers', async () => {
  const { images, labels, count } = sliceDigits(mnist.train, 0, 50);
  const model = createNetwork(smallLayers, createRandom(2));
  const before = await classifyDigits(model, images, count);
  applyTemperature(model, 2);
  const after = await classifyDigits(model, images, count);
  const expected = before.map(Math.sqrt);
  for (let index = 0; index < count; index++) {
    const total = expected.subarray(index * 10, index * 10 + 10).reduce((a, b) => a + b);
    for (let digit = 0; digit < 10; digit++) {
      expect(after[index * 10 + digit]).toBeCloseTo(expected[index * 10 + digit] / total, 4);
    }
  }
  expect(evaluate(after, labels).accuracy).toBe(evaluate(before, labels).accuracy);
});

it('networks that are joined answer with the mean of their logits, and are calibrated as one', async () => {
  const { images, count } = sliceDigits(mnist.train, 0, 20);
  const members = [1, 2, 3].map((seed) => createNetwork(smallLayers, createRandom(seed)));
  const joined = joinNetworks(smallLayers, members);
  applyTemperature(joined, 2);
  const found = await classifyDigits(joined, images, count);
  const each = await Promise.all(members.map((model) => classifyDigits(model, images, count)));
  for (let image = 0; image < count; image++) {
    // Softmax of half the mean logit: the sixth root of the product of three probabilities.
    const roots = Array.from({ length: 10 }, (_, digit) =>
      each.reduce((product, answer) => product * answer[10 * image + digit] ** (1 / 6), 1),
    );
    const total = roots.reduce((a, b) => a + b);
    roots.forEach((root, digit) => {
      expect(found[10 * image + digit]).toBeCloseTo(root / total, 4);
    });
  }
});

it('joined networks are saved and loaded as one', async () => {
  const { images, count } = sliceDigits(mnist.train, 0, 20);
  const members = [1, 2].map((seed) => createNetwork(smallLayers, createRandom(seed)));
  const joined = joinNetworks(smallLayers, members);
  const folder = temporary();
  await saveModel(joined, folder);
  const loaded = await loadModel(folder);
  const expected = await classifyDigits(joined, images, count);
  (await classifyDigits(loaded, images, count)).forEach((probability, index) => {
    expect(probability).toBeCloseTo(expected[index], 2);
  });
});

it.each(presetNames)('%s is a network from an image to ten probabilities', async (name) => {
  const model = createNetwork(findPreset(name).layers, createRandom(1));
  const probabilities = await classifyDigits(model, sliceDigits(mnist.train, 0, 3).images, 3);
  expect(probabilities.length).toBe(30);
  for (let image = 0; image < 3; image++) {
    const total = probabilities.subarray(10 * image, 10 * image + 10).reduce((a, b) => a + b);
    expect(total).toBeCloseTo(1, 5);
  }
});

it('a preset that does not exist is refused with the names of those that do', () => {
  expect(() => findPreset('toString')).toThrow(
    'expected a preset (quick, standard, plain), found "toString"',
  );
});

it('images become a tensor of ink from 0 to 1', () => {
  const images = new Uint8Array(2 * 784).fill(255, 784);
  const tensor = imageTensor(images);
  expect(tensor.shape).toEqual([2, 28, 28, 1]);
  expect([tensor.dataSync()[783], tensor.dataSync()[784]]).toEqual([0, 1]);
  expect(() => imageTensor(images.subarray(1))).toThrow('found 1567 values');
  tensor.dispose();
});

it('what the first layer sees is one image a filter, from 0 to 255', () => {
  const maps = featureMaps(
    createNetwork(layers, createRandom(1)),
    mnist.train.images.subarray(0, 784),
  );
  expect(maps).toMatchObject({ count: 24, height: 24, width: 24 });
  expect(maps.images.length).toBe(24 * 24 * 24);
  expect([Math.min(...maps.images), Math.max(...maps.images)]).toEqual([0, 255]);
});

it('any number of images is answered in order, as each of them alone', async () => {
  const model = createNetwork(smallLayers, createRandom(1));
  const classify = createClassifier(model);
  // More than one batch, the last one in several parts; the second time compiled.
  const { images } = sliceDigits(mnist.train, 0, 1_200);
  const first = await classify(images, 1_200);
  (await classify(images, 1_200)).forEach((probability, at) => {
    expect(first[at]).toBeCloseTo(probability, 5);
  });
  for (const index of [0, 63, 64, 1_023, 1_024, 1_199]) {
    const alone = await classify(images.subarray(index * 784, (index + 1) * 784), 1);
    alone.forEach((probability, digit) => {
      expect(first[10 * index + digit]).toBeCloseTo(probability, 5);
    });
  }
  classify.dispose();
  model.dispose();
});

it('images of another size are refused', async () => {
  const model = createNetwork(smallLayers, createRandom(1));
  await expect(classifyDigits(model, new Uint8Array(100), 1)).rejects.toThrow(
    'expected 1 images of 28x28 pixels (784 values), found 100 values',
  );
});
