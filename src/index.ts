// The public entry: everything that scripts and notebooks may build on.

// data
export { cacheFolder } from './files/cacheFolder';
export { classCountTable, countClasses } from './digits/classCounts';
export { collectBatch, type Augmentation } from './digits/augmentation/augment';
export { shuffledBatches } from './numbers/shuffledBatches';
export { degradations, degrade, type Degradation } from './digits/degrade';
export { createDigitSet, readDigitSet, sliceDigits, type DigitSet } from './digits/digitSet';
export { disputedLabels, type DisputedLabel } from './digits/disputedLabels';
export { decodeIdx, encodeIdx, readIdx, type IdxArray } from './digits/idx';
export { loadMnist, type Mnist } from './digits/mnist';
export { drawNonDigits, nonDigits } from './digits/nonDigits';
export { normalizeDigit } from './digits/normalizeDigit';
export { normalizeSet } from './digits/normalizeSet';
export { makeStandIn, standIns, type StandIn } from './digits/standIns';
export { createDigitPool, type DigitPool } from './pages/hand/digitPool';
export { generateCrop, type LabelledCrop } from './reader/training/generateCrop';
export { generatePage } from './pages/generatePage';
export type { LabelledPage } from './pages/labelledPage';
export { iou } from './picture/box';
export { loadPageFonts } from './pages/text/pageFonts';
export type { Alphabet, Font, FontSet, Outline } from './pages/text/font';
export type { Box } from './picture/box';
export type { Picture, Plane } from './picture/picture';
export { createRandom, type Random } from './numbers/random';
export { readLabels } from './pages/labels/labelFile';
export {
  linesOf,
  type PictureLabel,
  type PlacedDigit,
  type PlacedTruth,
  type Truth,
  type TruthDigit,
} from './pages/labels/truth';
export { splitTraining, type TrainingSplit } from './digits/split';

// engine
export { startEngine, type Engine, type EngineName } from './engine/engine';

// model
export { applyTemperature, fitTemperature } from './classifier/temperature';
export { classifyDigits, createClassifier, type ClassifyDigits } from './classifier/classify';
export { coverageAt, coverageCurve, type CoveragePoint } from './classifier/evaluation/coverage';
export type { EpochResult } from './classifier/epochResult';
export {
  answersOf,
  confidencesOf,
  evaluate,
  expectedCalibrationError,
  findMistakes,
  reliabilityBins,
  type ClassResult,
  type Evaluation,
  type Mistake,
  type ReliabilityBin,
} from './classifier/evaluation/evaluation';
export { featureMaps, type FeatureMaps } from './classifier/featureMaps';
export { imageTensor } from './classifier/imageTensor';
export {
  makeEnsemble,
  makeModel,
  type EnsembleOptions,
  type ModelOptions,
} from './classifier/makeModel';
export type { ModelCard } from './classifier/folder/modelCard';
export { modelFolder, modelNames } from './files/shippedModels';
export { loadCard, loadModel, saveModel } from './classifier/folder/modelFolder';
export { createNetwork } from './classifier/network';
export {
  findPreset,
  presetNames,
  ensembles,
  presets,
  type EnsembleName,
  type Hyperparameters,
  type LayerDescription,
  type Member,
  type Preset,
  type PresetName,
} from './classifier/settings/presets';
export { DEFAULT_MODEL, loadClassifier } from './classifier/folder/loadClassifier';
export {
  evaluateDegraded,
  measureNonDigits,
  type DegradedResult,
  type NonDigitResult,
} from './classifier/evaluation/robustness';
export { oneCycleRate } from './training/oneCycle';
export type { PageReader } from './reader/pageReader';
export { DEFAULT_READER, loadPageReader } from './reader/folder/readerFolder';
export type { Range } from './classifier/sweep/drawCombinations';
export { planSweep, type SweepDescription } from './classifier/sweep/planSweep';
export { rankCombinations, type Combination } from './classifier/sweep/rankCombinations';
export { runTrial } from './classifier/sweep/runTrial';
export { sweepTable, trialTable } from './classifier/sweep/sweepTables';
export type {
  FailedTrial,
  FinishedTrial,
  Setting,
  Trial,
  TrialResult,
} from './classifier/sweep/trial';
export {
  classTable,
  confusionTable,
  coverageTable,
  historyTable,
} from './classifier/evaluation/tables';
export {
  trainNetwork,
  type TrainingOptions,
  type TrainingProgress,
  type TrainingResult,
} from './classifier/trainNetwork';

// scan
export { annotatePicture } from './view/picture/annotatePicture';
export { composePage } from './pages/samplePage';
export { contrastPicture } from './view/picture/contrastPicture';
export { doubt, isDoubtful } from './reader/page/doubt';
export { guessesOf, listReadings, type PlacedReading } from './reader/page/listReadings';
export { cutOutDigits } from './reader/page/secondLook';
export type { FailedPicture, Outcome, ReadPicture } from './reader/page/outcome';
export type {
  Alternative,
  DigitReading,
  LineReading,
  PageReading,
  RefusalReason,
} from './reader/page/pageReading';
export { boxInPicture, type Pose } from './reader/page/pose';
export { matchDigits, type Match } from './pages/labels/matchDigits';
export { readPage, type Page, type ReadOptions } from './reader/page/readPage';
export { decodePicture, readPicture } from './picture/file/readPicture';
export { writePicture } from './picture/file/writePicture';
export {
  scorePicture,
  type AnsweredDigit,
  type PictureScore,
  type ScoredDigit,
} from './scoring/scorePicture';
export { scoredLines, type ScoredLine } from './scoring/scoredLines';
export { detectPage, type DetectedPage } from './reader/page/detectPage';
export {
  summarizeScores,
  type GroupScore,
  type ScanEvaluation,
  type TurnScore,
} from './scoring/summarizeScores';

// view
export { doubtSheet, type DoubtSheet } from './view/doubtSheet';
export { doubtfulReadings, type DoubtfulReading } from './view/doubtfulReadings';
export { exportFigure, figureFormats, type FigureFormat } from './view/exportFigure';
export type { Figure } from './view/figure';
export { classBalanceFigure } from './view/figures/classBalanceFigure';
export { comparisonFigure, type Bar, type BarPanel } from './view/figures/comparisonFigure';
export { confusionMatrixFigure } from './view/figures/confusionMatrixFigure';
export { coverageFigure } from './view/figures/coverageFigure';
export { digitGridFigure, type DigitGridOptions } from './view/figures/digitGridFigure';
export { growthFigure, type GrowthPanel, type GrowthPoint } from './view/figures/growthFigure';
export { learningRateFigure } from './view/figures/learningRateFigure';
export { pageFigure, type LabelledBox } from './view/figures/pageFigure';
export { reliabilityFigure } from './view/figures/reliabilityFigure';
export { sweepFigure } from './view/figures/sweepFigure';
export { trainingHistoryFigure } from './view/figures/trainingHistoryFigure';
export { readingTable } from './view/readingTable';
export type { Drawing } from './view/gallery/drawing';
export { writeErrorGallery, type GalleryHead } from './view/gallery/errorGallery';
export { mistakeCard } from './view/gallery/mistakeCard';
export { liveFigure, type LiveFigure } from './notebook/liveFigure';
export { showFigure } from './notebook/showFigure';
export { isTablePath, tableEndings, writeTable } from './view/tableFile';

// setup
export { readParameters } from './notebook/parameters';
export { runSweep, type SweepOptions, type SweepProgress } from './processes/runSweep';
