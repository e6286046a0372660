/** What makes examples to learn from, while others are learned. */
export interface ExampleSource<Example> {
  /** Makes examples by their numbers: one number always gives the same example. */
  readonly make: (first: number, count: number) => Promise<readonly Example[]>;
  readonly stop: () => Promise<void>;
}
