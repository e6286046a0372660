import type { Picture } from '../picture/picture';
import type { PictureSource } from '../reader/page/outcome';
import type { PageReading } from '../reader/page/pageReading';

/** Does something with a picture that was read. */
export type UsePicture = (
  source: PictureSource,
  picture: Picture,
  reading: PageReading,
) => Promise<void>;
