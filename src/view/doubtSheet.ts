import { printable } from '../numbers/printable';
import { nameOf } from '../reader/page/outcome';
import { toCorners } from '../picture/box';
import { guessesOf } from '../reader/page/listReadings';
import type { FailedPicture } from '../reader/page/outcome';
import type { DoubtfulReading } from './doubtfulReadings';
import { saveCorrections } from './doubtSheetScript';
import { escapeHtml } from './escapeHtml';
import { colors } from './theme';

/** What a sheet tells of a batch. */
export interface DoubtSheet {
  readonly readings: readonly DoubtfulReading[];
  /** How many marks have an answer or are doubtful. */
  readonly digitCount: number;
  readonly pictureCount: number;
  readonly failed: readonly FailedPicture[];
}

/** The longer side of a cut as it is shown, in pixels. */
const SHOWN = 132;
/** How many alternatives are shown. */
const ALTERNATIVES = 4;

const style = `
body { margin: 1.5rem; font: 14px/1.4 system-ui, sans-serif; color: ${colors.text}; background: #f4f4f4; }
h1 { margin: 0 0 .3rem; font-size: 1.4rem; }
.bar { position: sticky; top: 0; z-index: 1; padding: .6rem 0; background: #f4f4f4; }
.marks { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); }
.mark { display: flex; flex-wrap: wrap; align-content: start; gap: .4rem .8rem; padding: .6rem; background: ${colors.paper}; border-radius: 6px; }
.cut { flex: none; width: ${SHOWN}px; height: ${SHOWN}px; display: grid; place-items: center; }
.read { flex: 1; }
.cut div { position: relative; }
.cut img { display: block; }
.frame { position: absolute; box-sizing: border-box; border: 2px solid ${colors.orange}; }
.answer { font-size: 2rem; line-height: 1; font-weight: 600; }
.others, .where { color: #666; }
.where { width: 100%; font-size: 12px; overflow-wrap: anywhere; }
input { width: 2rem; font: inherit; text-align: center; }
input:invalid { outline: 2px solid ${colors.orange}; }
button { font: inherit; padding: .3rem .8rem; }
`;

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

/** Says how many of so many digits are doubtful. */
export function doubtTitle(doubtful: number, digits: number): string {
  const need = doubtful === 1 || digits === 1 ? 'needs' : 'need';
  return `${doubtful.toLocaleString('en')} of ${counted(digits, 'digit')} ${need} a look`;
}

function drawCut({ cut, cutWidth, cutHeight, frame, turn }: DoubtfulReading): string {
  const scale = SHOWN / Math.max(cutWidth, cutHeight);
  const [width, height] = [cutWidth, cutHeight].map((side) => Math.round(scale * side));
  const per = (share: number): string => `${(100 * share).toFixed(2)}%`;
  const place = [
    `left:${per(frame.x0)}`,
    `top:${per(frame.y0)}`,
    `width:${per(frame.x1 - frame.x0)}`,
    `height:${per(frame.y1 - frame.y0)}`,
  ].join(';');
  return (
    `<div class="cut"><div style="transform:rotate(${turn}deg)">` +
    `<img src="${cut}" alt="" width="${width}" height="${height}">` +
    `<span class="frame" style="${place}"></span></div></div>`
  );
}

function drawMark(doubtful: DoubtfulReading): string {
  const { file, page, reading, line, place, text } = doubtful;
  const [likeliest, ...others] = guessesOf(reading);
  const alternatives = others
    .slice(0, ALTERNATIVES)
    .map(({ digit, confidence }) => `${digit}:\u00a0${percent(confidence)}`);
  const answer = reading.digit ?? '?';
  const guess = reading.digit === null ? `perhaps\u00a0${likeliest.digit}:\u00a0` : '';
  const where =
    line === undefined ? 'in no line' : `line ${line}, place ${place ?? ''}, in ${text ?? ''}`;
  const data = {
    file,
    page: page ?? '',
    line: line ?? '',
    place: place ?? '',
    box: toCorners(reading.box).join(' '),
    digit: reading.digit ?? '',
  };
  const attributes = Object.entries(data).map(
    ([name, value]) => `data-${name}="${escapeHtml(String(value))}"`,
  );
  return `<article class="mark">
${drawCut(doubtful)}
<div class="read">
<div><span class="answer">${answer}</span> ${guess}${percent(reading.confidence)}</div>
<div class="others">${alternatives.length > 0 ? `or ${alternatives.join(', ')}` : ''}</div>
<div class="others">${reading.reason ?? ''}</div>
<label>right: <input maxlength="1" pattern="[0-9\\-]" autocomplete="off" ${attributes.join(' ')}></label>
</div>
<div class="where">${escapeHtml(printable(nameOf(doubtful)))}<br>${escapeHtml(where)}</div>
</article>`;
}

/**
 * Writes a web page with the doubtful marks of a batch, the least sure first, on which a person types the
 * right digits and saves them as CSV.
 *
 * @returns HTML that needs nothing from elsewhere
 */
export function doubtSheet({ readings, digitCount, pictureCount, failed }: DoubtSheet): string {
  const sorted = [...readings].sort((a, b) => a.reading.confidence - b.reading.confidence);
  const title = doubtTitle(readings.length, digitCount);
  const unread = failed.length > 0 ? `, ${failed.length} of them not read` : '';
  const errors = failed.map(({ error }) => `<li>${escapeHtml(printable(error))}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p>${counted(pictureCount, 'picture')}${unread}. The least sure come first. Type the right digit beside
those that are wrong, - where there is none; leave the others empty.</p>
${errors.length > 0 ? `<ul>${errors.join('\n')}</ul>` : ''}
<div class="bar"><button type="button" id="save">Save corrections</button> <span id="count"></span></div>
<main class="marks">
${sorted.map(drawMark).join('\n')}
</main>
<script>(${saveCorrections.toString()})();</script>
</body>
</html>
`;
}
