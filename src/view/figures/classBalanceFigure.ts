import type { Figure } from '../figure';
import { themedLayout } from '../theme';

/** How many images of each class a set holds. */
export interface ClassCounts {
  /** What the set is called. */
  readonly name: string;
  /** The number of images of each class, the class being the position. */
  readonly counts: readonly number[];
}

/**
 * Draws how many images of each class there are, as bars, one colour a set.
 *
 * @param sets one or several sets with equally many classes
 */
export function classBalanceFigure(sets: readonly ClassCounts[]): Figure {
  return {
    data: sets.map(({ name, counts }) => ({
      type: 'bar',
      name,
      x: counts.map((_, digit) => digit),
      y: [...counts],
      // More bars would leave no room for their numbers.
      ...(sets.length === 1 && { texttemplate: '%{y:,}', textposition: 'outside' }),
      hovertemplate: '%{y:,} images of a %{x}<extra>%{fullData.name}</extra>',
    })),
    layout: themedLayout('Images of each digit', 380, {
      xaxis: { title: { text: 'digit' }, dtick: 1 },
      yaxis: { title: { text: 'number of images' }, tickformat: ',' },
      bargap: 0.25,
      showlegend: sets.length > 1,
    }),
  };
}
