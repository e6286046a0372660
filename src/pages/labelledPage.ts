import type { PlacedTruth } from './labels/truth';
import type { Picture } from '../picture/picture';
import type { SurfaceName } from './sheet/surface';
import type { Content } from './traits';

/** A picture of a page, and what is to be read on it. */
export interface LabelledPage {
  readonly picture: Picture;
  readonly truth: PlacedTruth;
  /** What is on the page, and what it is written on. */
  readonly content: Content;
  readonly surface: SurfaceName;
}
