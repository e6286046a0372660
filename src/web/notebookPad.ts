// Runs in a notebook's output: a pad whose digits the network reads that the notebook has trained.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { createClassifier } from '../classifier/classify';
import { startPad } from './pad/startPad';

interface ModelDescription {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: tf.io.WeightsManifestEntry[] }[];
}

async function start(place: HTMLElement): Promise<void> {
  const { description, weights } = JSON.parse(document.getElementById('network')!.textContent) as {
    description: ModelDescription;
    weights: string;
  };
  await tf.setBackend('cpu');
  const model = await tfl.loadLayersModel(
    tf.io.fromMemory({
      modelTopology: description.modelTopology,
      weightSpecs: description.weightsManifest.flatMap((group) => group.weights),
      weightData: Uint8Array.from(atob(weights), (letter) => letter.charCodeAt(0)).buffer,
    }),
  );
  const classify = createClassifier(model);
  // The first answer takes the longest: it is not a person's.
  await classify(new Uint8Array(28 * 28), 1);
  startPad(place, classify);
}

void start(document.getElementById('pad')!);
