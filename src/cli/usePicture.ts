import type { Picture } from '../picture/picture';
import type { PageReading } from '../reader/page/pageReading';

/** Does something with a picture that was read. */
export type UsePicture = (file: string, picture: Picture, reading: PageReading) => Promise<void>;
