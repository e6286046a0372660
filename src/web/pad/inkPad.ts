import { clamp } from '../../numbers/clamp';
import type { PenPath } from './penPath';

/** A canvas to draw on. */
export interface InkPad {
  /** Takes the last path back. */
  readonly undo: () => void;
  readonly clear: () => void;
}

/** The width of the pen on the canvas, compared with its height. */
const PEN = 0.05;
/** How far a key moves the pen, compared with the canvas' height. */
const KEY_STEP = 0.04;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Lets people draw on a canvas: with mouse, finger or pen; or with the arrow keys, where the space bar lowers and
 * lifts the pen, Backspace takes the last line back and Escape clears.
 *
 * @param onChange gets all paths, the one that is being drawn too, whenever they change
 */
export function createInkPad(
  canvas: HTMLCanvasElement,
  onChange: (paths: readonly PenPath[]) => void,
): InkPad {
  const { width, height } = canvas;
  const context = canvas.getContext('2d')!;
  let paths: [x: number, y: number][][] = [];
  let drawing: [x: number, y: number][] | undefined;
  let pen: [x: number, y: number] = [width / 2, height / 4];
  let isPenByKeys = false;
  // The pointer that draws: a second finger or the palm does not.
  let pointer: number | undefined;
  let hasPen = false;

  const draw = (): void => {
    const style = getComputedStyle(canvas);
    context.clearRect(0, 0, width, height);
    context.lineWidth = PEN * height;
    context.lineCap = context.lineJoin = 'round';
    context.strokeStyle = style.color;
    for (const [first, ...rest] of paths) {
      context.beginPath();
      context.moveTo(...first);
      if (rest.length === 0) context.lineTo(...first);
      for (const point of rest) context.lineTo(...point);
      context.stroke();
    }
    if (!isPenByKeys) return;
    context.beginPath();
    context.arc(...pen, PEN * height * 0.7, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = style.accentColor;
    context.stroke();
  };
  const changed = (): void => {
    draw();
    onChange(paths);
  };
  const placeOf = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [
      ((clientX - box.left) * width) / box.width,
      ((clientY - box.top) * height) / box.height,
    ];
  };
  const begin = (point: [number, number]): void => {
    drawing = [point];
    paths.push(drawing);
    changed();
  };
  const go = (point: [number, number]): void => {
    drawing!.push(point);
    changed();
  };
  const undo = (): void => {
    drawing = undefined;
    paths.pop();
    changed();
  };
  const clear = (): void => {
    drawing = undefined;
    paths = [];
    changed();
  };

  canvas.addEventListener('pointerdown', (event) => {
    hasPen ||= event.pointerType === 'pen';
    const isPalm = hasPen && event.pointerType === 'touch';
    if (event.button !== 0 || pointer !== undefined || isPalm) return;
    pointer = event.pointerId;
    canvas.setPointerCapture(event.pointerId);
    isPenByKeys = false;
    begin(placeOf(event));
  });
  canvas.addEventListener('pointermove', (event) => {
    if (drawing && event.pointerId === pointer) go(placeOf(event));
  });
  const lift = ({ pointerId }: PointerEvent): void => {
    if (pointerId !== pointer) return;
    pointer = undefined;
    if (!isPenByKeys) drawing = undefined;
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);

  canvas.addEventListener('keydown', (event) => {
    const direction = directions[event.key] as readonly [number, number] | undefined;
    if (direction) {
      isPenByKeys = true;
      const step = KEY_STEP * height;
      pen = [
        clamp(pen[0] + step * direction[0], 0, width),
        clamp(pen[1] + step * direction[1], 0, height),
      ];
      if (drawing) go([...pen]);
      else draw();
    } else if (event.key === ' ') {
      isPenByKeys = true;
      if (drawing) drawing = undefined;
      else begin([...pen]);
    } else if (event.key === 'Backspace') {
      undo();
    } else if (event.key === 'Escape') {
      clear();
    } else {
      return;
    }
    event.preventDefault();
  });
  canvas.addEventListener('focus', draw);
  canvas.addEventListener('blur', () => {
    isPenByKeys = false;
    draw();
  });
  return { undo, clear };
}
