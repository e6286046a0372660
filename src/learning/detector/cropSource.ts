import type { TrainingCrop } from './trainingCrop';

/** What makes crops to learn from, while another crop is learned. */
export interface CropSource {
  /** Makes crops by their numbers: one number always gives the same crop. */
  readonly makeCrops: (first: number, count: number) => Promise<readonly TrainingCrop[]>;
  readonly stop: () => Promise<void>;
}
