import { digitTableKind, idxKind } from './files/digits';
import { jobsKind } from './files/jobs';
import { correctionsKind, labelsKind } from './files/labels';
import { kerasKind, modelKind } from './files/models';
import { readerKind } from './files/readers';
import { checkpointKind, parametersKind, runsKind, sweepKind } from './files/trainings';
import type { FuzzKind } from './fuzzKind';
import { pictureKinds } from './pictures/pictures';

/** All kinds of input that people give to this project. */
export const kinds: readonly FuzzKind[] = [
  ...pictureKinds,
  idxKind,
  digitTableKind,
  modelKind,
  kerasKind,
  readerKind,
  runsKind,
  sweepKind,
  labelsKind,
  correctionsKind,
  checkpointKind,
  parametersKind,
  jobsKind,
];
