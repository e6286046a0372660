import type { Box } from '../../picture/box';
import type { Picture } from '../../picture/picture';
import { cropPicture } from '../../picture/crop';
import { shrinkPicture } from '../../picture/shrink';
import { compressPhoto, dataUrl } from '../../picture/file/compressPicture';
import { escapeHtml } from '../escapeHtml';
import { colors } from '../theme';
import { element, type Drawing } from './drawing';
import { verdictStyles, type PlaceVerdict } from './verdicts';

/** A place in a picture, and what is said of it. */
export interface JudgedBox {
  readonly box: Box;
  readonly verdict: PlaceVerdict;
  /** Is written over the box; nothing by default. */
  readonly text?: string;
}

/** Pixels of the picture for one of the drawing: sharp on fine screens. */
const FINENESS = 2;
const LABEL_SIZE = 12;
/** Pixels between a box and its frame, and the width of the frame. */
const [GAP, STROKE] = [1.5, 2];

/**
 * Draws a part of a picture with frames around places.
 *
 * @param part in pixels of the picture
 * @param room the most pixels of the drawing's width and height; the part fills one of them
 */
export function pictureView(
  picture: Picture,
  part: Box,
  room: { readonly width: number; readonly height: number },
  boxes: readonly JudgedBox[],
): Drawing {
  const crop = cropPicture(picture, part);
  const [left, top] = [Math.max(0, Math.floor(part.x0)), Math.max(0, Math.floor(part.y0))];
  const scale = Math.min(room.width / crop.width, room.height / crop.height);
  const [width, height] = [crop.width * scale, crop.height * scale];
  const factor = Math.max(1, Math.floor(1 / (FINENESS * scale)));
  const href = dataUrl(compressPhoto(shrinkPicture(crop, factor)));
  const image = element('image', { href, width, height, preserveAspectRatio: 'none' });
  const frames = boxes.map(({ box, verdict, text }) => {
    const { color, dashes } = verdictStyles[verdict];
    const x = (box.x0 - left) * scale - GAP;
    const y = (box.y0 - top) * scale - GAP;
    const frame = element('rect', {
      x,
      y,
      width: (box.x1 - box.x0) * scale + 2 * GAP,
      height: (box.y1 - box.y0) * scale + 2 * GAP,
      rx: 2,
      fill: 'none',
      stroke: color,
      'stroke-width': verdict === 'right' ? STROKE / 2 : STROKE,
      ...(dashes !== undefined && { 'stroke-dasharray': dashes }),
    });
    return frame + (text === undefined ? '' : label(text, x, y, color));
  });
  const border = element('rect', { width, height, fill: 'none', stroke: colors.line });
  // A nested document cuts off what leaves the part.
  return {
    width,
    height,
    content: element('svg', { width, height }, image + frames.join('') + border),
  };
}

function label(text: string, x: number, y: number, color: string): string {
  return element(
    'text',
    {
      x,
      y: y > LABEL_SIZE ? y - 3 : LABEL_SIZE,
      'font-size': LABEL_SIZE,
      'font-weight': 'bold',
      fill: color,
      stroke: '#ffffff',
      'stroke-width': 3,
      'paint-order': 'stroke',
    },
    escapeHtml(text),
  );
}
