import { countClasses } from '../../digits/classCounts';
import type { DigitSet } from '../../digits/digitSet';
import type { Figure } from '../figure';
import { themedLayout } from '../theme';

/**
 * Draws how many digits of each class there are, as bars, one colour a set.
 *
 * @param sets one or several sets by their names, as `classCountTable` takes them
 */
export function classBalanceFigure(
  sets: Readonly<Record<string, Pick<DigitSet, 'labels'>>>,
): Figure {
  const named = Object.entries(sets);
  return {
    data: named.map(([name, { labels }]) => ({
      type: 'bar',
      name,
      x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      y: countClasses(labels),
      // More bars would leave no room for their numbers.
      ...(named.length === 1 && { texttemplate: '%{y:,}', textposition: 'outside' }),
      hovertemplate: '%{y:,} images of a %{x}<extra>%{fullData.name}</extra>',
    })),
    layout: themedLayout('Images of each digit', 380, {
      xaxis: { title: { text: 'digit' }, dtick: 1 },
      yaxis: { title: { text: 'number of images' }, tickformat: ',' },
      bargap: 0.25,
      showlegend: named.length > 1,
    }),
  };
}
