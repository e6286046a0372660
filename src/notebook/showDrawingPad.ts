import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type * as tfl from '@tensorflow/tfjs-layers';
import { encodeModel } from '../classifier/folder/encodeModel';
import { bundle, webFolder } from '../site/bundle';
import { projectFolder } from '../files/projectFolder';
import { escapeHtml } from '../view/escapeHtml';
import { scriptValue } from '../view/render/figureHtml';
import { newFigureOutput } from './figureOutput';

/** Hides the picture in the output before, where scripts run. */
const hidePicture = `<script>
(() => {
  const output = document.currentScript.closest('.jp-OutputArea-child, .output_area');
  const picture = output?.previousElementSibling;
  if (picture?.querySelector('img')) picture.style.display = 'none';
})();
</script>`;

/** The height of the pad with two rows of digits, in pixels. */
const HEIGHT = 760;

/**
 * Writes a page with a pad on which a network reads digits as one draws them. Nothing else is needed to draw on it: no
 * kernel, no server, no network connection.
 *
 * @param network from [count, 28, 28, 1] to [count, 10]
 */
export async function drawingPadHtml(network: tfl.LayersModel): Promise<string> {
  const { description, weights } = await encodeModel(network);
  const script = gzipSync(await bundle('notebookPad.ts'), { level: 9 }).toString('base64');
  const model = { description, weights: Buffer.from(weights).toString('base64') };
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Drawing pad</title>
<style>${readFileSync(join(webFolder(), 'style.css'), 'utf8')}
body { padding: 2px; background: var(--panel); }</style>
<div id="pad"></div>
<script type="application/json" id="network">${scriptValue(model)}</script>
<script>
(async () => {
  const packed = Uint8Array.from(atob('${script}'), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const script = document.createElement('script');
  script.textContent = await new Response(stream).text();
  document.body.append(script);
})();
</script>
</html>
`;
}

/**
 * Shows a pad in a notebook on which a network reads digits as one draws them. It stays in the notebook and works
 * wherever scripts of notebooks run, also without a kernel; elsewhere a picture of such a pad stands in its place.
 *
 * @param network from [count, 28, 28, 1] to [count, 10]; as it is now: what it learns later the pad does not know
 * @throws Error outside a notebook
 */
export async function showDrawingPad(network: tfl.LayersModel): Promise<void> {
  const { picture, view } = await newFigureOutput();
  picture.raw('image/png', readFileSync(join(projectFolder(), 'docs', 'drawing-pad.png')));
  const page = escapeHtml(await drawingPadHtml(network));
  view.html(`<iframe srcdoc="${page}" sandbox="allow-scripts" title="A pad to draw digits on" \
style="width: 100%; height: ${HEIGHT}px; border: 0"></iframe>
${hidePicture}`);
}
