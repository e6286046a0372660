import * as tf from '@tensorflow/tfjs-core';

/** What an optimiser remembers between steps; enough to go on exactly where it stopped. */
export interface AdamState {
  /** How many steps were taken. */
  readonly steps: number;
  /** The running mean of each variable's gradient. */
  readonly means: readonly Float32Array[];
  /** The running mean of the square of each variable's gradient. */
  readonly squares: readonly Float32Array[];
}

const EPSILON = 1e-7;

/**
 * The optimiser Adam (Kingma and Ba, arXiv 1412.6980), for a learning rate that changes at every step.
 *
 * tfjs' own keeps its bias correction as a product in float32, so that a restored one differs in the last
 * bits; this one calculates it from the number of steps and goes on exactly.
 */
export class Adam {
  private steps = 0;
  private means: tf.Variable[];
  private squares: tf.Variable[];

  /**
   * @param variables what to optimise
   * @param betas decay rates of the mean gradient and of its square, 0 to 1
   * @param weightDecay how much of the filters' and matrices' values every step takes away, times the
   *   rate (Loshchilov and Hutter, arXiv 1711.05101); at least 0
   * @default weightDecay 0
   */
  constructor(
    private readonly variables: readonly tf.Variable[],
    private readonly betas: readonly [number, number],
    private readonly weightDecay = 0,
  ) {
    const zeros = (variable: tf.Variable): tf.Variable =>
      tf.tidy(() => tf.variable(tf.zerosLike(variable), false));
    this.means = variables.map(zeros);
    this.squares = variables.map(zeros);
  }

  /** Everything that {@link apply} assigns to. */
  get assigned(): readonly tf.Variable[] {
    return [...this.variables, ...this.means, ...this.squares];
  }

  /**
   * Begins a step.
   *
   * @param learningRate the size of the step, above 0
   * @returns the rate that {@link apply} is to be called with: without the bias of the first means
   */
  nextRate(learningRate: number): number {
    this.steps++;
    const [beta1, beta2] = this.betas;
    return (learningRate * Math.sqrt(1 - beta2 ** this.steps)) / (1 - beta1 ** this.steps);
  }

  /**
   * Moves every variable against its gradient.
   *
   * @param gradients by the names of the variables, as `tf.variableGrads` gives them
   * @param rate of this step, a single number
   */
  apply(gradients: tf.NamedTensorMap, rate: tf.Tensor): void {
    const [beta1, beta2] = this.betas;
    this.variables.forEach((variable, index) => {
      const gradient = gradients[variable.name];
      const [mean, square] = [this.means[index], this.squares[index]];
      mean.assign(tf.add(tf.mul(mean, beta1), tf.mul(gradient, 1 - beta1)));
      square.assign(tf.add(tf.mul(square, beta2), tf.mul(tf.square(gradient), 1 - beta2)));
      const direction = tf.div(mean, tf.add(tf.sqrt(square), EPSILON));
      const isDecaying = this.weightDecay > 0 && variable.rank > 1;
      const move = isDecaying ? tf.add(direction, tf.mul(variable, this.weightDecay)) : direction;
      variable.assign(tf.sub(variable, tf.mul(move, rate)));
    });
  }

  /** The state, to be kept in a checkpoint. */
  state(): AdamState {
    const values = (variable: tf.Variable): Float32Array => variable.dataSync<'float32'>().slice();
    return {
      steps: this.steps,
      means: this.means.map(values),
      squares: this.squares.map(values),
    };
  }

  /** Goes on from a state of the same variables. */
  restore({ steps, means, squares }: AdamState): void {
    this.steps = steps;
    tf.tidy(() => {
      this.variables.forEach(({ shape }, index) => {
        this.means[index].assign(tf.tensor(means[index], shape));
        this.squares[index].assign(tf.tensor(squares[index], shape));
      });
    });
  }

  dispose(): void {
    tf.dispose([...this.means, ...this.squares]);
  }
}
