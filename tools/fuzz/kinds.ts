import { digitTableKind, idxKind } from './files/digits';
import { jobsKind } from './files/jobs';
import { correctionsKind, labelsKind } from './files/labels';
import { kerasKind, modelKind } from './files/models';
import { addressKind, nameKind } from './files/names';
import { noPlainFileKind } from './files/noPlainFile';
import { partKind } from './files/parts';
import { readerKind } from './files/readers';
import { requestKind } from './files/requests';
import { checkpointKind, parametersKind, runsKind, sweepKind } from './files/trainings';
import type { FuzzKind } from './fuzzKind';
import { manyAtOnceKind } from './pictures/manyAtOnce';
import { pictureKinds } from './pictures/pictures';
import { plainTiffKind } from './pictures/plainTiff';

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
  plainTiffKind,
  manyAtOnceKind,
  noPlainFileKind,
  partKind,
  jobsKind,
  requestKind,
  nameKind,
  addressKind,
];
