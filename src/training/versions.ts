import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from '../engine/engine';

/** The versions of all that a training's numbers depend on: what a model's card says of the machine. */
export function versionsOf({
  name,
  version,
}: Pick<Engine, 'name' | 'version'>): Record<string, string> {
  return {
    tfjs: tf.version_core,
    [`TensorFlow, ${name}`]: version,
    node: process.versions.node,
  };
}
