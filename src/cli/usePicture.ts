import type { Picture } from '../data/picture';
import type { PageReading } from '../scan/pageReading';

/** Does something with a picture that was read. */
export type UsePicture = (file: string, picture: Picture, reading: PageReading) => Promise<void>;
