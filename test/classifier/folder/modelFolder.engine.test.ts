import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { classifyDigits } from '../../../src/classifier/classify';
import { loadModel, saveModel } from '../../../src/classifier/folder/modelFolder';
import { createNetwork, joinNetworks } from '../../../src/classifier/network';
import { startEngine } from '../../../src/engine/engine';
import { createRandom } from '../../../src/numbers/random';
import { noiseImages, smallLayers, temporaryFolder } from '../smallNetwork';

beforeAll(async () => {
  await startEngine();
});

describe('a saved model', () => {
  it('replaces another one, and the card that spoke of it', async () => {
    const folder = temporaryFolder();
    const weights = await saveModel(createNetwork(smallLayers, createRandom(1)), folder);
    writeFileSync(join(folder, 'card.json'), JSON.stringify({ weights }));
    await loadModel(folder);
    await saveModel(createNetwork(smallLayers, createRandom(2)), folder);
    await loadModel(folder);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('gives the same answers, but for the rounding to half precision', async () => {
    const model = createNetwork(smallLayers, createRandom(5));
    const folder = temporaryFolder();
    await saveModel(model, folder);
    expect(readdirSync(folder).sort()).toEqual(['model.json', 'weights.bin']);
    expect(readFileSync(join(folder, 'weights.bin')).length).toBe(2 * model.countParams());
    const loaded = await loadModel(folder);
    const [count, images] = [100, noiseImages(100)];
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
      'has a card whose SHA-256 is no text',
      (folder: string) => {
        writeFileSync(join(folder, 'card.json'), '{"weights":3}');
      },
      'card.json: expected the card of a model, found {"weights":3}',
    ],
    [
      'has a damaged card',
      (folder: string) => {
        writeFileSync(join(folder, 'card.json'), '{"weights":');
      },
      'card.json: expected JSON, found damage',
    ],
  ])('says why it does not load where it %s', async (_, damage, message) => {
    const folder = temporaryFolder();
    await saveModel(createNetwork(smallLayers, createRandom(1)), folder);
    damage(folder);
    await expect(loadModel(folder)).rejects.toThrow(message);
    await expect(loadModel(folder)).rejects.toThrow(folder);
  });

  it('is refused where it is a network for something else', async () => {
    const folder = temporaryFolder();
    await saveModel(createNetwork([{ kind: 'flatten' }], createRandom(1)), folder);
    await expect(loadModel(folder)).rejects.toThrow('found [null,28,28,1] to [null,784]');
  });
});

describe('a model from elsewhere', () => {
  /** Saves a model whose description is changed. */
  async function changed(change: (description: Description) => void): Promise<string> {
    const folder = temporaryFolder();
    await saveModel(createNetwork(smallLayers, createRandom(1)), folder);
    const path = join(folder, 'model.json');
    const description = JSON.parse(readFileSync(path, 'utf8')) as Description;
    change(description);
    writeFileSync(path, JSON.stringify(description));
    return folder;
  }
  interface Description {
    modelTopology: { class_name: string; config: { layers: Layer[] } };
    weightsManifest: { paths: string[] }[];
  }
  interface Layer {
    class_name: string;
    config: Record<string, unknown>;
  }

  it.each(['../weights.bin', 'inner/../../weights.bin', '/etc/passwd', 'C:\\weights.bin', '..\\w'])(
    'may not read %s',
    async (name) => {
      const folder = await changed(({ weightsManifest }) => (weightsManifest[0].paths = [name]));
      await expect(loadModel(folder)).rejects.toThrow(
        `${join(folder, 'model.json')}: expected weights inside the folder of the model, found ${JSON.stringify(name)}`,
      );
    },
  );

  it('may not read other files by a link', async () => {
    const folder = await changed(
      ({ weightsManifest }) => (weightsManifest[0].paths = ['link.bin']),
    );
    const elsewhere = join(temporaryFolder(), 'weights.bin');
    writeFileSync(elsewhere, readFileSync(join(folder, 'weights.bin')));
    symlinkSync(elsewhere, join(folder, 'link.bin'));
    await expect(loadModel(folder)).rejects.toThrow('expected weights inside the folder');
  });

  it('may read weights in a folder of its own', async () => {
    const folder = await changed(
      ({ weightsManifest }) => (weightsManifest[0].paths = ['in/w.bin']),
    );
    mkdirSync(join(folder, 'in'));
    renameSync(join(folder, 'weights.bin'), join(folder, 'in', 'w.bin'));
    await loadModel(folder);
  });

  it.each([
    [
      'code of its own',
      'class_name',
      'Lambda',
      /expected a layer of a known class .*found "Lambda"/,
    ],
    ['unknown layers', 'class_name', 'MyLayer', /found "MyLayer"$/],
    ['no settings', 'config', 3, /expected a layer with its config, found/],
  ])('is refused with %s', async (_, name, value, message) => {
    const folder = await changed(({ modelTopology }) => {
      Object.assign(modelTopology.config.layers[2], { [name]: value });
    });
    await expect(loadModel(folder)).rejects.toThrow(message);
    await expect(loadModel(folder)).rejects.toThrow(`${join(folder, 'model.json')}: expected`);
  });

  it.each([
    [0, 'filters', 60_000, /expected at most the \d+ weights of the file, found \[5,5,1,60000\]/],
    [0, 'dilation_rate', [1, 2 ** 53], 'expected numbers up to 65536, found 9007199254740992'],
    [3, 'pool_size', [0, 0], 'expected a network that tfjs can build, found: '],
    [0, 'filters', undefined, 'Conv2D.filters: expected a whole number from 1, found nothing'],
    [
      0,
      'data_format',
      {},
      'Conv2D.data_format: expected channels_last or channels_first, found {}',
    ],
    [0, 'padding', [1, 1], 'Conv2D.padding: expected valid or same, found [1,1]'],
  ])(
    'is refused before it takes memory and time: layer %i with %s',
    async (at, name, value, message) => {
      const folder = await changed(({ modelTopology }) => {
        modelTopology.config.layers[at].config[name] = value;
      });
      await expect(loadModel(folder)).rejects.toThrow(message);
    },
  );

  it.each([
    ['for themselves', (name: unknown) => [[[name, 0, 0, {}]]], 'come one after another'],
    ['for nothing', () => [[]], 'inbound_nodes of "01_convolution": expected the layers before'],
  ])('is refused where layers wait %s', async (_, inputsOf, message) => {
    const folder = await changed(({ modelTopology }) => {
      modelTopology.class_name = 'Functional';
      Object.assign(modelTopology.config, {
        input_layers: [['a', 0, 0]],
        output_layers: [['b', 0, 0]],
      });
      for (const layer of modelTopology.config.layers) {
        const { name } = layer.config;
        Object.assign(layer, { name, inbound_nodes: inputsOf(name) });
      }
    });
    await expect(loadModel(folder)).rejects.toThrow(message);
  });

  it('is refused with other than one end', async () => {
    const folder = await changed(({ modelTopology }) => {
      modelTopology.class_name = 'Functional';
      Object.assign(modelTopology.config, { input_layers: [['a', 0, 0]], output_layers: [] });
    });
    await expect(loadModel(folder)).rejects.toThrow('output_layers: expected a list of one layer');
  });

  it('is refused with weights that are no numbers', async () => {
    const folder = await changed(() => undefined);
    const weights = readFileSync(join(folder, 'weights.bin'));
    weights.writeUInt16LE(0x7e00, 20);
    writeFileSync(join(folder, 'weights.bin'), weights);
    await expect(loadModel(folder)).rejects.toThrow('expected weights that are finite numbers');
  });
});

it('joined networks are saved and loaded as one', async () => {
  const [count, images] = [20, noiseImages(20)];
  const members = [1, 2].map((seed) => createNetwork(smallLayers, createRandom(seed)));
  const joined = joinNetworks(smallLayers, members);
  const folder = temporaryFolder();
  await saveModel(joined, folder);
  const loaded = await loadModel(folder);
  const expected = await classifyDigits(joined, images, count);
  (await classifyDigits(loaded, images, count)).forEach((probability, index) => {
    expect(probability).toBeCloseTo(expected[index], 2);
  });
});
