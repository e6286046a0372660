/**
 * Asks TensorFlow for the kernels of oneDNN even on processors where it would not choose them itself (those
 * without AVX-512's instructions for networks): networks train and classify many digits faster with them, up to
 * twice as fast. Each takes longer when it is first used, which reading a page does not make up for.
 *
 * TensorFlow reads it as its library loads, so this must come before the engine starts. What the user has set
 * stays.
 */
export function preferThroughput(): void {
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';
}
