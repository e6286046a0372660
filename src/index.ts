// The public entry: what notebooks and scripts build on, in three levels. What else there is in the rooms beside
// this file may change from version to version.

// Reading: a picture in, numbers and digits out.
export * from './read';
export { startAfresh } from './engine/startAfresh';
export { numberTable } from './view/numberTable';
export { readingTable } from './view/readingTable';
export { loadClassifier } from './classifier/folder/loadClassifier';

// Training and evaluating: digits in, a network and what it is worth out.
export { loadMnist, type Mnist } from './digits/mnist';
export { readDigitSet, type DigitSet } from './digits/digitSet';
export { classCountTable } from './digits/classCounts';
export { splitTraining } from './digits/split';
export { createRandom } from './numbers/random';
export {
  findPreset,
  presets,
  type Hyperparameters,
  type LayerDescription,
} from './classifier/settings/presets';
export { createNetwork } from './classifier/network';
export { trainNetwork, type TrainingOptions } from './classifier/trainNetwork';
export type { EpochResult } from './classifier/epochResult';
export { classifyDigits, createClassifier, type Classifier } from './classifier/classify';
export { applyTemperature, fitTemperature } from './classifier/temperature';
export {
  answersOf,
  evaluate,
  findMistakes,
  type Evaluation,
} from './classifier/evaluation/evaluation';
export { coverageAt, coverageCurve } from './classifier/evaluation/coverage';
export {
  classTable,
  confusionTable,
  coverageTable,
  historyTable,
} from './classifier/evaluation/tables';
export { loadModel, saveModel } from './classifier/folder/modelFolder';
export { keepRun, readRuns, type Run } from './classifier/runs/runStore';
export { runTable } from './classifier/runs/runTable';
export { makeEnsemble, makeModel } from './classifier/makeModel';
export { planSweep } from './classifier/sweep/planSweep';
export { runTrial } from './classifier/sweep/runTrial';
export type { TrialResult } from './classifier/sweep/trial';
export { sweepTable } from './classifier/sweep/sweepTables';
export { runSweep } from './classifier/sweep/runSweep';
export { makeReader } from './learning/makeReader';
export { startCropMaker } from './learning/detector/cropMaker';

// Building blocks: to see what happens inside, and to make something else of it.
export { normalizeDigit } from './digits/normalizeDigit';
export { oneCycleRate } from './training/oneCycle';
export { firstOfEachClass, meanDigits } from './digits/meanDigits';
export { collectBatch } from './digits/augmentation/augment';
export { describeLayers } from './classifier/inside/describeLayers';
export { embed } from './classifier/inside/embed';
export { featureMaps } from './classifier/inside/featureMaps';
export { filterImages } from './classifier/inside/filters';
export { lastFeatures } from './classifier/inside/lastFeatures';
export { occlusionMap } from './classifier/inside/occlusion';
export { boxInPicture } from './reader/page/pose';
export { cutOutDigits } from './reader/page/secondLook';
export { createDigitPool } from './pages/hand/digitPool';
export { loadPageFonts } from './pages/text/pageFonts';
export { generatePage } from './pages/generatePage';
export { generateCrop } from './learning/detector/generateCrop';
export { linesOf } from './pages/labels/truth';
export { matchDigits } from './pages/labels/matchDigits';
export { contrastPicture } from './view/picture/contrastPicture';
export type { Figure } from './view/figure';
export { classBalanceFigure } from './view/figures/classBalanceFigure';
export { confusionMatrixFigure } from './view/figures/confusionMatrixFigure';
export { coverageFigure } from './view/figures/coverageFigure';
export { mistakenDigits } from './view/digitText';
export { digitGridFigure } from './view/figures/digitGridFigure';
export { embeddingFigure } from './view/figures/embeddingFigure';
export { lossCurveFigure } from './view/figures/lossCurveFigure';
export { stripFigure } from './view/figures/stripFigure';
export { pageStrips } from './view/picture/pageStrips';
export { learningRateFigure } from './view/figures/learningRateFigure';
export { networkFigure } from './view/figures/networkFigure';
export { occlusionFigure } from './view/figures/occlusionFigure';
export { pageFigure } from './view/figures/pageFigure';
export { reliabilityFigure } from './view/figures/reliabilityFigure';
export { runsFigure } from './view/figures/runsFigure';
export { stepsFigure } from './view/figures/stepsFigure';
export { sweepFigure } from './view/figures/sweepFigure';
export { trainingHistoryFigure } from './view/figures/trainingHistoryFigure';
export { exportFigure } from './view/exportFigure';
export { liveFigure } from './notebook/liveFigure';
export { trainWithChart } from './notebook/trainWithChart';
export { showDrawingPad } from './notebook/showDrawingPad';
export { showFigure } from './notebook/showFigure';
export { readParameters } from './notebook/parameters';
