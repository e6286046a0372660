import * as tfl from '@tensorflow/tfjs-layers';
import { reasonOf } from '../../numbers/quote';
import { checkTopology } from './checkTopology';

/** The most values that a layer may answer to one image: what more of them take would not fit a laptop. */
const MAX_VALUES = 4e6;

/**
 * Builds a network that comes out of a file, and makes sure that it is one for digits.
 *
 * @param path what errors call the file
 * @param topology as Keras and tfjs write it
 * @param weightCount how many weights the file has at most
 * @param loadWeights gives the network its weights
 * @throws Error where it is no network, or one for something else
 */
export async function buildModel(
  path: string,
  topology: unknown,
  weightCount: number,
  loadWeights: (model: tfl.LayersModel) => void,
): Promise<tfl.LayersModel> {
  let model: tfl.LayersModel | undefined;
  try {
    model = await tfl.models.modelFromJSON(checkTopology(topology, weightCount) as never);
    loadWeights(model);
  } catch (error) {
    model?.dispose();
    if (error instanceof RangeError) throw new Error(`${path}: ${error.message}`, { cause: error });
    throw new Error(`${path}: expected a network that tfjs can build, found: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  try {
    checkShapes(path, model);
    checkWeights(path, model);
  } catch (error) {
    model.dispose();
    throw error;
  }
  return model;
}

function checkShapes(path: string, { inputs, outputs, layers }: tfl.LayersModel): void {
  const shapesOf = (tensors: typeof inputs): string =>
    tensors.map(({ shape }) => JSON.stringify(shape)).join(' and ');
  const shapes = `${shapesOf(inputs)} to ${shapesOf(outputs)}`;
  if (shapes !== '[null,28,28,1] to [null,10]') {
    throw new Error(
      `${path}: expected a network from [null,28,28,1] to [null,10], found ${shapes}`,
    );
  }
  for (const { name, output } of layers) {
    const [{ shape }] = [output].flat();
    const values = shape.reduce<number>((product, length) => product * (length ?? 1), 1);
    if (values > MAX_VALUES) {
      throw new Error(
        `${path}: expected layers of at most ${MAX_VALUES} values an image, found ${values} of ${name}`,
      );
    }
  }
}

function checkWeights(path: string, model: tfl.LayersModel): void {
  for (const weight of model.getWeights()) {
    if (weight.dataSync().every((value) => Number.isFinite(value))) continue;
    throw new Error(
      `${path}: expected weights that are finite numbers, found others; get or train the model again`,
    );
  }
}
