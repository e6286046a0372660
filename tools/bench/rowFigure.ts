import type { Figure } from '../../src/view/figure';
import { comparisonFigure, type BarPanel } from '../../src/view/figures/comparisonFigure';
import { growthFigure, type GrowthPanel } from '../../src/view/figures/growthFigure';
import { OWN } from './commands';
import type { Result, RowResult } from './results';
import { titleOf, type Quantity } from './row';
import { summarize, figureText } from './statistics';

function barPanel(
  quantity: Quantity,
  results: readonly Result[],
  standsOut: (name: string) => boolean,
): BarPanel {
  return {
    title: titleOf(quantity),
    bars: results.map(({ name, values }) => {
      const spread = summarize(values[quantity.key]);
      return {
        name,
        standsOut: standsOut(name),
        ...spread,
        text: figureText(spread.median, quantity.digits),
      };
    }),
  };
}

function growthPanel(quantity: Quantity, results: readonly Result[]): GrowthPanel {
  const names = [...new Set(results.map(({ point }) => point!.line))];
  return {
    title: titleOf(quantity),
    lines: names.map((name) => ({
      name,
      points: results
        .filter(({ point }) => point!.line === name)
        .map(({ point, values }) => ({ x: point!.x, ...summarize(values[quantity.key]) })),
    })),
  };
}

/**
 * Draws a row: lines where it shows growth, else bars. What has failed or is not installed is left out.
 *
 * @returns undefined where nothing was measured
 */
export function rowFigure({
  title,
  axis,
  baseline,
  quantities,
  results,
}: RowResult): Figure | undefined {
  const compared = quantities.filter(({ better }) => better !== undefined);
  const measured = results.filter(({ values }) => values[quantities[0].key].length > 0);
  if (measured.length === 0) return undefined;
  if (axis !== undefined) {
    return growthFigure(
      title,
      axis,
      compared.map((quantity) => growthPanel(quantity, measured)),
    );
  }
  // Where nobody is compared to, all are this project's.
  const isOwn = (name: string): boolean => baseline === undefined || name.startsWith(OWN);
  return comparisonFigure(
    title,
    compared.map((quantity) => barPanel(quantity, measured, isOwn)),
  );
}
