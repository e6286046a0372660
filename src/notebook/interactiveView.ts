import { relative } from 'node:path';
import { escapeHtml } from '../view/escapeHtml';
import type { Figure } from '../view/figure';
import { figureText } from '../view/figureText';
import { plotlyConfig, scriptValue } from '../view/render/figureHtml';
import { plotlyPath } from '../view/render/plotlyScript';

/**
 * Writes a figure as a notebook's output that can be zoomed and hovered over.
 *
 * Plotly is too large to be written into notebooks. The page loads it once, from the project's folder, by
 * way of the Jupyter server: Jupyter turns the path of the script that is not run, relative to the notebook,
 * into an address. Only then the figure is drawn, and the picture in the output before this one is hidden.
 * Where scripts do not run, or the server does not serve the project's folder, the picture stays.
 *
 * @param figure what to draw
 * @param folder the notebook's folder
 */
export function interactiveView(figure: Figure, folder = process.cwd()): string {
  const path = relative(folder, plotlyPath).replaceAll('\\', '/');
  return `<div role="figure" aria-label="${escapeHtml(figureText(figure))}"></div>
<script type="text/plain" src="${encodeURI(path)}"></script>
<script>
(() => {
  const { data, layout } = ${scriptValue(figure)};
  const plotly = document.currentScript.previousElementSibling;
  const place = plotly.previousElementSibling;
  const picture = place.closest('.jp-OutputArea-child')?.previousElementSibling;
  const image = picture?.querySelector('img');
  image?.setAttribute('width', layout.width);
  image?.setAttribute('alt', place.ariaLabel);
  const draw = async () => {
    await window.Plotly.newPlot(place, data, layout, ${scriptValue(plotlyConfig)});
    if (image) picture.style.display = 'none';
  };
  const load = () => {
    window.plotlyLoading ??= new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = plotly.src;
      script.onload = resolve;
      document.head.append(script);
    });
    window.plotlyLoading.then(draw);
  };
  new MutationObserver(load).observe(plotly, { attributeFilter: ['src'] });
})();
</script>`;
}
