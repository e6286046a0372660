import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { encodeHalves } from '../../numbers/float16';

/** The file with a model's weights. */
export const WEIGHTS = 'weights.bin';

// The format asks for the original type, too, which tfjs' own declaration lacks.
const half = { dtype: 'float16', original_dtype: 'float32' } as const;

/** A network as it is stored. */
export interface EncodedModel {
  /** In the standard layers-model format of tfjs; names {@link WEIGHTS} as the file of its weights. */
  readonly description: {
    readonly format: string;
    readonly generatedBy: string | undefined;
    readonly convertedBy: null;
    readonly modelTopology: object;
    readonly weightsManifest: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[];
  };
  /** All weights, in half precision. */
  readonly weights: Uint8Array;
}

/** Writes a network in the standard layers-model format of tfjs, its weights in half precision. */
export async function encodeModel(model: tfl.LayersModel): Promise<EncodedModel> {
  let encoded: EncodedModel | undefined;
  const handler = tf.io.withSaveHandler((artifacts) => {
    const data = tf.io.CompositeArrayBuffer.join(artifacts.weightData);
    const weights = artifacts.weightSpecs!.map(
      ({ name, shape, dtype }): tf.io.WeightsManifestEntry => ({
        name,
        shape,
        dtype,
        quantization: half,
      }),
    );
    encoded = {
      description: {
        format: 'layers-model',
        generatedBy: artifacts.generatedBy,
        convertedBy: null,
        modelTopology: artifacts.modelTopology as object,
        weightsManifest: [{ paths: [WEIGHTS], weights }],
      },
      weights: encodeHalves([new Float32Array(data)]),
    };
    return Promise.resolve({
      modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' as const },
    });
  });
  await model.save(handler);
  return encoded!;
}
