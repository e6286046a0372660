// What reading a page takes and gives, in Node and in browsers.
export type { Picture } from './picture/picture';
export type { Box } from './picture/box';
export type { PageReader } from './reader/pageReader';
export { readPage, type Page, type ReadOptions } from './reader/page/readPage';
export type {
  DigitReading,
  LineReading,
  NumberReading,
  PageReading,
} from './reader/page/pageReading';
