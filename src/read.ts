// Reading: a picture in, numbers and digits out. What the package exports.
export { recognizePage, type RecognizeOptions } from './reader/folder/recognizePage';
export { startEngine, type Engine, type EngineName } from './engine/engine';
export { decodePicture, readPicture, readPictures } from './picture/file/readPicture';
export type { PicturePage } from './picture/file/readPicture';
export { writePicture } from './picture/file/writePicture';
export type { Picture } from './picture/picture';
export type { Box } from './picture/box';
export { loadPageReader } from './reader/folder/readerFolder';
export type { PageReader } from './reader/pageReader';
export { readPage, type Page, type ReadOptions } from './reader/page/readPage';
export type {
  DigitReading,
  LineReading,
  NumberReading,
  PageReading,
} from './reader/page/pageReading';
export { isDoubtful } from './reader/page/doubt';
export { annotatePicture } from './view/picture/annotatePicture';
