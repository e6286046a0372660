import type { Places, Row } from './row';
import { accuracyRow } from './rows/accuracy';
import { classifyRow } from './rows/classify';
import { epochRow } from './rows/epoch';
import { digitsGrowthRow, pictureGrowthRow, trainingGrowthRow } from './rows/growth';
import { pagesRow } from './rows/pages';
import { startRow } from './rows/start';

/** All rows, in the order of their numbers. */
export function allRows(places: Places): readonly Row[] {
  return [
    epochRow,
    accuracyRow,
    startRow,
    classifyRow,
    pagesRow,
    trainingGrowthRow,
    pictureGrowthRow,
    digitsGrowthRow,
  ].map((row) => row(places));
}
