// The public entry: everything that scripts and notebooks may build on.

// data
export { cacheFolder } from './data/cacheFolder';
export { classCountTable, countClasses } from './data/classCounts';
export { collectBatch, type Augmentation } from './data/augmentation/augment';
export { shuffledBatches } from './data/batches';
export { degradations, degrade, type Degradation } from './data/degrade';
export { createDigitSet, readDigitSet, sliceDigits, type DigitSet } from './data/digitSet';
export { disputedLabels, type DisputedLabel } from './data/disputedLabels';
export { decodeIdx, encodeIdx, readIdx, type IdxArray } from './data/idx';
export { loadMnist, type Mnist } from './data/mnist';
export { drawNonDigits, nonDigits } from './data/nonDigits';
export { normalizeDigit } from './data/normalizeDigit';
export { normalizeSet } from './data/normalizeSet';
export { makeStandIn, standIns, type StandIn } from './data/standIns';
export { createDigitPool, type DigitPool } from './data/pages/digitPool';
export { generateCrop, type LabelledCrop } from './data/pages/generateCrop';
export { generatePage } from './data/pages/generatePage';
export type { LabelledPage, PageDigit, PageTruth } from './data/pages/labelledPage';
export { overlapOf } from './data/overlap';
export { loadPageFonts } from './data/pageFonts';
export type { Alphabet, Font, FontSet, Outline } from './data/pages/font';
export type { Box, Picture, Plane } from './data/picture';
export { createRandom, type Random } from './data/random';
export { readScanLabels } from './data/readScanLabels';
export type { LabelDigit, ScanLabel } from './data/scanLabel';
export { splitTraining, type TrainingSplit } from './data/split';

// engine
export { startEngine, type Engine, type EngineName } from './engine/engine';

// model
export { applyTemperature, fitTemperature } from './model/calibration';
export { classifyDigits, createClassifier, type ClassifyDigits } from './model/classify';
export { coverageAt, coverageCurve, type CoveragePoint } from './model/coverage';
export type { EpochResult } from './model/epochResult';
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
} from './model/evaluation';
export { featureMaps, type FeatureMaps } from './model/featureMaps';
export { imageTensor } from './model/imageTensor';
export {
  makeEnsemble,
  makeModel,
  type EnsembleOptions,
  type ModelOptions,
} from './model/makeModel';
export type { ModelCard } from './model/modelCard';
export { modelFolder, modelNames } from './model/modelNames';
export { loadCard, loadModel, saveModel } from './model/modelFolder';
export { buildNetwork } from './model/network';
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
} from './model/presets';
export { DEFAULT_MODEL, loadRecognizer } from './model/recognizer';
export {
  evaluateDegraded,
  measureNonDigits,
  type DegradedResult,
  type NonDigitResult,
} from './model/robustness';
export { oneCycleRate } from './model/schedule';
export type { PageReader } from './model/spotter/pageReader';
export { DEFAULT_READER, loadPageReader } from './model/spotter/readerFolder';
export type { Range } from './model/sweep/drawCombinations';
export { planSweep, type SweepDescription } from './model/sweep/planSweep';
export { rankCombinations, type Combination } from './model/sweep/rankCombinations';
export { runTrial } from './model/sweep/runTrial';
export { sweepTable, trialTable } from './model/sweep/sweepTables';
export type { FailedTrial, FinishedTrial, Setting, Trial, TrialResult } from './model/sweep/trial';
export { classTable, confusionTable, coverageTable, historyTable } from './model/tables';
export {
  trainNetwork,
  type TrainingOptions,
  type TrainingProgress,
  type TrainingResult,
} from './model/training';

// scan
export { annotatePicture } from './scan/annotatePicture';
export { composePage } from './scan/composePage';
export { contrastPicture } from './scan/contrastPicture';
export { doubt, isDoubtful } from './scan/doubt';
export { guessesOf, listMarks, type PlacedMark } from './scan/listMarks';
export { cutOutDigits } from './scan/lookAgain';
export type { FailedPicture, Outcome, ReadPicture } from './scan/outcome';
export type {
  Alternative,
  DigitReading,
  LineReading,
  PageReading,
  RefusalReason,
} from './scan/pageReading';
export { boxInPicture, type Pose } from './scan/pose';
export { matchTruth, type Verdict } from './scan/matchTruth';
export { readPage, type Page, type ReadOptions } from './scan/readPage';
export { decodePicture, readPicture, writePicture } from './scan/readPicture';
export { scoreScan, type AnsweredDigit, type ScanScore, type ScoredDigit } from './scan/scoreScan';
export { scoredLines, type ScoredLine } from './scan/scoredLines';
export { spotPage, type SpottedPage } from './scan/spotPage';
export {
  summarizeScores,
  type GroupScore,
  type ScanEvaluation,
  type TurnScore,
} from './scan/summarizeScores';

// view
export { doubtSheet, type DoubtSheet } from './view/doubtSheet';
export { doubtfulMarks, type DoubtfulMark } from './view/doubtfulMarks';
export { exportFigure, figureFormats, type FigureFormat } from './view/exportFigure';
export type { Figure } from './view/figure';
export { classBalanceFigure } from './view/figures/classBalanceFigure';
export { comparisonFigure, type Bar, type BarPanel } from './view/figures/comparisonFigure';
export { confusionMatrixFigure } from './view/figures/confusionMatrixFigure';
export { coverageFigure } from './view/figures/coverageFigure';
export { digitGridFigure, type DigitGridOptions } from './view/figures/digitGridFigure';
export { growthFigure, type GrowthPanel, type GrowthPoint } from './view/figures/growthFigure';
export { learningRateFigure } from './view/figures/learningRateFigure';
export { pageFigure, type PageMark } from './view/figures/pageFigure';
export { reliabilityFigure } from './view/figures/reliabilityFigure';
export { sweepFigure } from './view/figures/sweepFigure';
export { trainingHistoryFigure } from './view/figures/trainingHistoryFigure';
export { markTable } from './view/markTable';
export type { Drawing } from './view/gallery/drawing';
export { writeErrorGallery, type GalleryHead } from './view/gallery/errorGallery';
export { mistakeCard } from './view/gallery/mistakeCard';
export { liveFigure, type LiveFigure } from './view/notebook/liveFigure';
export { showFigure } from './view/notebook/showFigure';
export { isTablePath, tableEndings, writeTable } from './view/tableFile';

// setup
export { readParameters } from './setup/notebookParameters';
export { runSweep, type SweepOptions, type SweepProgress } from './setup/runSweep';
