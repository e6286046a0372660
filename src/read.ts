// Reading: a picture in, numbers and digits out. What the package exports.
export * from './reading';
export { recognizePage, type RecognizeOptions } from './reader/folder/recognizePage';
export { startEngine, type Engine, type EngineName } from './engine/engine';
export { decodePicture, readPicture, readPictures } from './picture/file/readPicture';
export type { PicturePage } from './picture/file/readPicture';
export { writePicture } from './picture/file/writePicture';
export { loadPageReader } from './reader/folder/readerFolder';
export { isDoubtful } from './reader/page/doubt';
export { annotatePicture } from './view/picture/annotatePicture';
