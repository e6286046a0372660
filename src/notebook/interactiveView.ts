import { relative } from 'node:path';
import { escapeHtml } from '../view/escapeHtml';
import type { Figure } from '../view/figure';
import { figureText } from '../view/figureText';
import { plotlyConfig, scriptValue } from '../view/render/figureHtml';
import { figureWidth } from '../view/theme';
import { plotlyPath } from '../view/render/plotlyScript';

/**
 * In Jupyter's dark themes light and dark change places, and hues stay: ink becomes light on dark paper. Photos are
 * turned back.
 */
const darkStyle = `<style>
[data-jp-theme-light='false'] .js-plotly-plot,
[data-jp-theme-light='false'] .jp-RenderedImage img[src^='data:image/png'] { filter: invert(0.93) hue-rotate(180deg); }
[data-jp-theme-light='false'] .js-plotly-plot .imagelayer image { filter: invert(1) hue-rotate(180deg); }
</style>`;

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
  const { width = figureWidth } = figure.layout;
  return `<div role="figure" aria-label="${escapeHtml(figureText(figure))}" style="max-width: ${width}px"></div>
${darkStyle}
<script type="text/plain" src="${encodeURI(path)}"></script>
<script>
(() => {
  const { data, layout: { width, ...layout } } = ${scriptValue(figure)};
  const plotly = document.currentScript.previousElementSibling;
  const place = plotly.previousElementSibling.previousElementSibling;
  const picture = place.closest('.jp-OutputArea-child')?.previousElementSibling;
  const image = picture?.querySelector('img');
  image?.setAttribute('width', width);
  image?.setAttribute('alt', place.ariaLabel);
  const draw = async () => {
    await window.Plotly.newPlot(place, data, layout, ${scriptValue({ ...plotlyConfig, responsive: true })});
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
