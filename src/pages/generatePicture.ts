import { areaOf, clipBox, type Box } from '../picture/box';
import type { Random } from '../numbers/random';
import { between, pickWeighted } from '../numbers/chance';
import { composeSheet, type Sheet, type SheetOptions } from './sheet/composeSheet';
import type { DigitPool } from './hand/digitPool';
import { createCanvas } from './canvas/canvas';
import { drawMark } from './drawMark';
import type { LabelledPage } from './labelledPage';
import type { PlacedDigit, PlacedTruth } from './labels/truth';
import { brightnessAt, drawLight, evenLight, lightCanvas } from './camera/light';
import type { Pen } from './hand/pen';
import { paintScenery } from './camera/scenery';
import { drawSensor, expose } from './camera/sensor';
import type { Extent } from '../strokes/stroke';
import { drawDesk, paintSurface, type Surface } from './sheet/surface';
import { cameras } from './camera/traits';
import { drawView, type View } from './camera/view';

/** What a picture is to show. */
export interface PictureOptions extends SheetOptions {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** How often it lies on its side or head; 0..1. */
  readonly quarterTurnShare: number;
}

/** How much of a digit must be seen to be read, and below how much it is none. */
const [readablePart, visiblePart] = [0.88, 0.25];
/** How much darker than paper ink must be, white is 1, to be asked for. */
const minContrast = 0.07;

/**
 * Writes on a sheet, lays it into the light and takes a picture of it.
 *
 * @param pool whose digits are written
 * @param random decides everything that the options leave open
 */
export function makePicture(
  pool: DigitPool,
  options: PictureOptions,
  random: Random,
): LabelledPage {
  const { width, height, content, size, quarterTurnShare } = options;
  const canvas = createCanvas(width, height);
  const drawnKind = pickWeighted(random, cameras.weights);
  const view = drawView(random, width, height, drawnKind !== 'phone', quarterTurnShare);
  const sheet = composeSheet(pool, view, options, random);
  const kind = cameraFor(drawnKind, sheet.surface);
  const light =
    kind === 'phone'
      ? drawLight(random)
      : evenLight(kind === 'none' ? 1 : between(random, [0.88, 1.03]));

  if (content === 'scenery') paintScenery(canvas, random);
  else {
    const desk = drawDesk(random);
    if (desk.name === 'clutter' && sheet.borders.left > -view.outer[0])
      paintScenery(canvas, random);
    paintSurface(canvas, view, sheet.surface, sheet.borders, desk);
  }
  const grainSize = Math.max(1, sheet.surface.grainSize, size / 80);
  const inking = { canvas, view, grainSize, random };
  const shapes = sheet.marks.map((mark) => drawMark(mark, inking));
  lightCanvas(canvas, light);

  const paper = luminance(sheet.surface.colour);
  const ink = inkBrightness(sheet.pen, paper, size);
  const brightness = luminance(light.colour);
  const contrast = Math.abs(paper - ink) * brightness;
  const sensor = drawSensor(random, kind, size, contrast, paper * brightness);
  const picture = expose(canvas, sensor, random);
  // Light may hide ink: too little of it, or so much that both it and the paper are white.
  const exposed = (light: number): number =>
    Math.min(1, Math.max(0, 0.5 + sensor.contrast * (light - 0.5)));
  const isReadable = ({ x0, y0, x1, y1 }: Box): boolean => {
    const white = brightnessAt(light, canvas, (x0 + x1) / 2, (y0 + y1) / 2);
    return Math.abs(exposed(paper * white) - exposed(ink * white)) > minContrast;
  };
  return {
    picture,
    truth: truthOf(sheet, shapes, view, isReadable),
    content,
    surface: sheet.surface.name,
  };
}

function cameraFor(
  drawn: keyof typeof cameras.weights,
  { ground, colour, crumple }: Surface,
): keyof typeof cameras.weights | 'none' {
  if (ground === 'screen') return 'none';
  if (ground !== 'paper') return 'phone';
  const isClean = luminance(colour) > 0.75 && crumple === 0;
  return drawn === 'copier' && !isClean ? 'scanner' : drawn;
}

const luminance = ([red, green, blue]: readonly [number, number, number]): number =>
  0.3 * red + 0.59 * green + 0.11 * blue;

/** How bright a stroke is in white light; what is thinner than a pixel is paler. */
function inkBrightness(pen: Pen, paper: number, size: number): number {
  const ink = pen.isOpaque ? luminance(pen.colour) : paper * luminance(pen.colour);
  return paper + (ink - paper) * pen.opacity * Math.min(1, pen.width * size);
}

function truthOf(
  sheet: Sheet,
  shapes: readonly Box[],
  view: View,
  isReadable: (box: Box) => boolean,
): PlacedTruth {
  const ignored = sheet.ignored.map((region) => pictureBox(region, view)).filter(hasArea);
  const seen: { digit: number; box: Box; row: number; order: number }[] = [];
  sheet.marks.forEach(({ digit }, index) => {
    if (digit === undefined) return;
    const whole = shapes[index];
    const box = clipBox(whole, view);
    const part = areaOf(box) / areaOf(whole);
    if (part < visiblePart) return;
    if (part < readablePart || !isReadable(box)) ignored.push(box);
    else seen.push({ digit: digit.digit, box, row: digit.line, order: digit.order });
  });
  // Lines are numbered anew, for some have no digit in the picture.
  const rows = [...new Set(seen.map(({ row }) => row))].sort((a, b) => a - b);
  const digits = rows.flatMap((row, line) =>
    seen
      .filter((digit) => digit.row === row)
      .sort((a, b) => a.order - b.order)
      .map(({ digit, box }): PlacedDigit => ({ digit, box, line })),
  );
  return { digits, ignored, turn: view.turn, isScattered: sheet.isScattered };
}

function pictureBox({ left, top, right, bottom }: Extent, view: View): Box {
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => view.toPicture(x, y)));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return clipBox(
    { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) },
    view,
  );
}

const hasArea = (box: Box): boolean => areaOf(box) > 0;
