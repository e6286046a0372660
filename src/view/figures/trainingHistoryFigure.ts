import type { ScatterData } from 'plotly.js-dist';
import type { EpochResult } from '../../classifier/epochResult';
import type { TrainingProgress } from '../../classifier/trainNetwork';
import type { Figure } from '../figure';
import { colors } from '../theme';
import { epochPanels } from './epochPanels';
import type { LossPoints } from './lossCurveFigure';

/** Loss and accuracy of one set of digits. */
interface Curves {
  readonly name: string;
  readonly style: Partial<ScatterData>;
  /** Epochs, whole or in part. */
  readonly x: number[];
  readonly loss: number[];
  readonly accuracy: number[];
}

function drawCurves({ name, style, x, loss, accuracy }: Curves): Partial<ScatterData>[] {
  const common = {
    type: 'scatter',
    mode: 'lines+markers',
    name,
    legendgroup: name,
    x,
    ...style,
  } as const;
  const hover = (format: string): string =>
    `${name}, epoch %{x:.3~r}: %{y:${format}}<extra></extra>`;
  return [
    { ...common, y: loss, hovertemplate: hover('.3f') },
    {
      ...common,
      y: accuracy,
      xaxis: 'x2',
      yaxis: 'y2',
      showlegend: false,
      hovertemplate: hover('.2%'),
    },
  ];
}

const drawBatches = ({ x, loss }: LossPoints): Partial<ScatterData> => ({
  type: 'scatter',
  mode: 'lines',
  name: 'each batch',
  x: [...x],
  y: [...loss],
  line: { color: colors.line, width: 1 },
  hovertemplate: 'one batch, epoch %{x:.3~r}: %{y:.3f}<extra></extra>',
});

/**
 * Draws loss and accuracy by epoch, of training and of validation.
 *
 * @param history results of the epochs so far; none yet is fine
 * @param epochs how many epochs there will be, by default those of the history
 * @param progress where the training is now, as it goes on: gives training its latest point
 * @param batches the loss of each batch so far by epochs, whole and in part; drawn faintly behind the curves
 * @default batches none
 */
export function trainingHistoryFigure(
  history: readonly EpochResult[],
  epochs = history.length,
  progress?: TrainingProgress,
  batches: LossPoints = { x: [], loss: [] },
): Figure {
  const x = history.map(({ epoch }) => epoch);
  const training = progress ? [...history, progress] : history;
  return {
    data: [
      ...(batches.x.length > 0 ? [drawBatches(batches)] : []),
      ...drawCurves({
        name: 'training',
        style: { line: { color: colors.blue } },
        x: progress ? [...x, (progress.step / progress.steps) * progress.epochs] : x,
        loss: training.map(({ loss }) => loss),
        accuracy: training.map(({ accuracy }) => accuracy),
      }),
      ...drawCurves({
        name: 'validation',
        style: { line: { color: colors.orange, dash: 'dot' }, marker: { symbol: 'diamond' } },
        x,
        loss: history.map(({ validationLoss }) => validationLoss),
        accuracy: history.map(({ validationAccuracy }) => validationAccuracy),
      }),
    ],
    layout: epochPanels('Loss and accuracy by epoch', epochs),
  };
}
