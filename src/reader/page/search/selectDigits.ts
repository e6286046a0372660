import { weightedMedian } from '../../../numbers/median';
import type { Box } from '../../../picture/box';
import { sizeOf } from '../../detector/digitSizes';
import type { Detection } from '../../detector/decodeDetections';
import type { RefusalReason } from '../pageReading';

/** Detections that are digits, and those that look like some. */
export interface Selection {
  readonly digits: readonly Detection[];
  readonly refused: readonly RefusedDetection[];
}

/** A detection that is taken for no digit. */
export interface RefusedDetection extends Detection {
  readonly reason: RefusalReason;
}

/** A detection that is surer is a digit. */
const SURE = 0.65;
/** One that is surer than this is a digit beside sure ones of like size. */
const UNSURE = 0.55;
/** Detections below are not worth telling. */
const REFUSED = 0.4;
/** How much smaller and larger than an unsure one its sure neighbour may be, and how far, in heights. */
const neighbours = { smaller: 0.55, larger: 1.8, aside: 4, above: 0.8 } as const;
/** Sizes of digits on one page, compared with the usual one. */
const sizes = { min: 0.25, max: 7 } as const;

const heightOf = ({ y0, y1 }: Box): number => y1 - y0;

/** Whether a sure detection stands beside another in a line. */
function isBeside(sure: Detection, { box }: Detection): boolean {
  const [height, other] = [heightOf(box), heightOf(sure.box)];
  const aside = Math.abs(sure.box.x0 + sure.box.x1 - box.x0 - box.x1) / 2;
  const above = Math.abs(sure.box.y0 + sure.box.y1 - box.y0 - box.y1) / 2;
  return (
    other > neighbours.smaller * height &&
    other < neighbours.larger * height &&
    aside < neighbours.aside * height &&
    above < neighbours.above * height
  );
}

/** The size that divides the detections in two halves of the same weight; sure and large ones weigh more. */
function usualSize(detections: readonly Detection[]): number {
  return weightedMedian(
    detections.map(({ box, score }) => ({ value: sizeOf(box), weight: score ** 3 * sizeOf(box) })),
  );
}

/** Tells the digits of a page from what looks a little like one. */
export function selectDigits(detections: readonly Detection[]): Selection {
  const sure = detections.filter(({ score }) => score > SURE);
  const likely = detections.filter(
    (detection) =>
      detection.score > SURE ||
      (detection.score > UNSURE && sure.some((other) => isBeside(other, detection))),
  );
  const refused: RefusedDetection[] = detections
    .filter((detection) => detection.score > REFUSED && !likely.includes(detection))
    .map((detection) => ({ ...detection, reason: 'unclear' }));
  if (likely.length < 3) return { digits: likely, refused };
  const usual = usualSize(likely);
  const digits: Detection[] = [];
  for (const detection of likely) {
    const size = sizeOf(detection.box) / usual;
    if (size > sizes.min && size < sizes.max) digits.push(detection);
    else {
      const reason = size < 1 ? 'too small beside the others' : 'too large beside the others';
      refused.push({ ...detection, reason });
    }
  }
  return { digits, refused };
}
