import type * as tf from '@tensorflow/tfjs-core';

/**
 * A calculation that is repeated often: from tensors to tensors, and with them it may assign to variables.
 *
 * It must depend on its inputs and variables alone, and must not read a tensor's values. It leaves
 * tidying to the caller.
 */
export type Calculation = (inputs: readonly tf.Tensor[]) => tf.Tensor[];

/** What a calculation uses besides its inputs. */
export interface Surroundings {
  /** Every variable that it reads or assigns to. */
  readonly variables?: readonly tf.Variable[];
  /** Every other tensor that it reads; their values never change. */
  readonly constants?: readonly tf.Tensor[];
  /**
   * Whether its operations do not depend on how large its inputs are, so that it is compiled only once.
   *
   * @default false
   */
  readonly anySize?: boolean;
}

/** A calculation in the form that is fastest on the engine. */
export interface CompiledCalculation {
  readonly run: Calculation;
  /** Frees what the engine keeps for it. */
  readonly dispose: () => void;
}

/** Brings a calculation into the form that is fastest on an engine. */
export type Compiler = (
  calculation: Calculation,
  surroundings: Surroundings,
) => CompiledCalculation;

const runAsItIs: Compiler = (run) => ({ run, dispose: () => undefined });

let compiler = runAsItIs;

/** Lets an engine compile calculations in its own way; called when it starts. */
export function setCompiler(ofEngine: Compiler): void {
  compiler = ofEngine;
}

/**
 * Makes a calculation that is repeated often fast.
 *
 * The native engine records its operations, once for every shape of its inputs where these depend on it, and then runs them as one
 * graph, which is about twice as fast as calling one after another. Other engines run it as it is.
 */
export function compile(
  calculation: Calculation,
  surroundings: Surroundings = {},
): CompiledCalculation {
  return compiler(calculation, surroundings);
}
