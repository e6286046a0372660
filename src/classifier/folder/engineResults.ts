import { evaluate } from '../evaluation/evaluation';
import { resultsOf, type Results } from './results';

/** What both engines make of the same digits with the same model. */
export interface EngineResults {
  readonly native: Results;
  readonly wasm: Results;
  /** How far their probabilities of a digit lie apart at most; 0..1. */
  readonly largestDifference: number;
}

/**
 * Compares what the engines answer to the same digits.
 *
 * @param native probabilities from the native engine; [count, 10]
 * @param wasm those from WebAssembly; [count, 10]
 * @param labels the right digits; [count]
 * @throws RangeError where there are not ten probabilities a label from each, or no labels at all, or one is
 *   not a number
 */
export function compareEngines(
  native: Float32Array,
  wasm: Float32Array,
  labels: Uint8Array,
): EngineResults {
  return {
    native: resultsOf(evaluate(native, labels)),
    wasm: resultsOf(evaluate(wasm, labels)),
    largestDifference: native.reduce(
      (largest, probability, at) => Math.max(largest, Math.abs(probability - wasm[at])),
      0,
    ),
  };
}
