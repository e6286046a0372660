import { describe, expect, it } from 'vitest';
import { digitGraph } from '../../../src/classifier/keras/digitGraph';
import { readGraph } from '../../../src/classifier/keras/kerasGraph';

const image = { class_name: 'InputLayer', config: { batch_shape: [null, 28, 28, 1], name: 'in' } };

const layer = (class_name: string, name: string, config: object = {}): Record<string, unknown> => ({
  class_name,
  config: { name, ...config },
});
const dense = layer('Dense', 'last', { units: 10, activation: 'softmax' });

const sequential = (...layers: readonly object[]): object => ({
  class_name: 'Sequential',
  config: { name: 'net', layers },
});

/** A layer with the layers whose answers it takes, as Keras 3 writes them. */
const after = (before: readonly string[], { config, ...rest }: Record<string, unknown>): object => {
  const tensors = before.map((name) => ({
    class_name: '__keras_tensor__',
    config: { shape: [null, 1], keras_history: [name, 0, 0] },
  }));
  const args = tensors.length === 1 ? tensors : [tensors];
  const { name } = config as { name: string };
  return { ...rest, config, name, inbound_nodes: [{ args, kwargs: {} }] };
};

const functional = (output: string, ...layers: readonly object[]): object => ({
  class_name: 'Functional',
  config: { layers, input_layers: ['in', 0, 0], output_layers: [output, 0, 0] },
});

/** Which layer takes which, as in `flat(in)`. */
const chain = (network: object): string[] =>
  digitGraph(readGraph(network)).layers.map(({ name, inputs }) => `${name}(${inputs.join()})`);

describe('a network of Keras', () => {
  it('lies flat where one stands in another, and its weights are found by their classes', () => {
    const inner = sequential(layer('Dense', 'a', { units: 4 }), layer('Dense', 'b', { units: 4 }));
    const nested = { ...inner, config: { ...(inner as { config: object }).config, name: 'inner' } };
    const network = sequential(image, layer('Flatten', 'flat'), nested, dense);
    expect(chain(network)).toEqual([
      'in_image()',
      'in(in_image)',
      'flat(in)',
      'a(flat)',
      'b(a)',
      'last(b)',
    ]);
    expect(readGraph(network).layers.map(({ place }) => place)).toEqual([
      ...['', 'flatten', 'sequential/dense', 'sequential/dense_1', 'dense'],
    ]);
  });

  it('may part and join again', () => {
    const network = functional(
      'last',
      image,
      after(['in'], layer('Conv2D', 'one', { filters: 2 })),
      after(['one'], layer('Dropout', 'drop')),
      after(['drop'], layer('Conv2D', 'two', { filters: 2 })),
      after(['two', 'drop'], layer('Add', 'sum')),
      after(['sum'], dense),
    );
    expect(chain(network)).toEqual([
      ...['in_image()', 'in(in_image)', 'one(in)', 'two(one)', 'sum(two,one)', 'last(sum)'],
    ]);
  });

  it('takes ink in 0..1 also where it begins by scaling 0..255', () => {
    const scaled = (scale: number, offset: number): unknown =>
      digitGraph(
        readGraph(sequential(image, layer('Rescaling', 'scale', { scale, offset }), dense)),
      ).layers.find(({ name }) => name === 'scale')?.settings;
    expect(scaled(1 / 255, 0)).toBeUndefined();
    expect(scaled(1 / 127.5, -1)).toEqual({ name: 'scale', scale: 2, offset: -1 });
    expect(scaled(2, -1)).toEqual({ name: 'scale', scale: 2, offset: -1 });
  });

  it('is told in the words of tfjs, which follows Keras 2', () => {
    const network = sequential(
      image,
      layer('LeakyReLU', 'leaky', { negative_slope: 0.1, dtype: { config: { name: 'float32' } } }),
      dense,
    );
    expect(readGraph(network).layers[1].settings).toEqual({ name: 'leaky', alpha: 0.1 });
  });

  it.each([
    [sequential(image), 'expected layers from an input to an output'],
    [sequential(image, layer('Conv2D', 'c', { groups: 2 })), 'Conv2D.groups: expected 1, found 2'],
    [sequential(image, dense, dense), 'expected layers of different names, found "last"'],
    [functional('other', image, after(['in'], dense)), 'expected layers from an input'],
    [functional('last', image, after(['late'], dense)), 'expected layers that come before'],
    [functional('last', image, { ...dense, inbound_nodes: [] }), 'expected the layers before'],
    [
      { class_name: 'Mine', config: {} },
      'expected a Sequential or a Functional model, found "Mine"',
    ],
    [
      sequential(
        { class_name: 'InputLayer', config: { batch_shape: [null, 32, 32, 3], name: 'i' } },
        dense,
      ),
      'expected a network that takes [28,28,1], [28,28] or [784], found [32,32,3]',
    ],
  ])('is refused: %#', (network, message) => {
    expect(() => digitGraph(readGraph(network))).toThrow(message);
  });
});
