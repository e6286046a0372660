import type { Plane } from '../picture/picture';

/** The positions of the pixels of one line, each beside the one before. */
export type Trace = number[];

/** A piece of line between two ends or junctions. */
interface Piece {
  readonly trace: Trace;
  /** The knots it hangs on, undefined on a ring. */
  readonly knots: readonly [start: number, end: number] | undefined;
}

/** How much of a line's end tells its direction, in pixels. */
const reach = 7;

/**
 * Follows thinned lines the way a pen went: through crossings straight on, without the short side lines
 * that thinning leaves.
 *
 * @param lines 1 on lines one pixel wide, 0 elsewhere; the outermost rows and columns are 0
 * @param radius half the width of the ink at every pixel, which tells side lines and torn crossings
 */
export function traceLines(lines: Plane<Uint8Array>, radius: Float32Array): Trace[] {
  const pieces = cutAtKnots(lines);
  const joined = mergeKnots(withoutSpurs(pieces, radius), radius, lines.width);
  return joinStraight(joined, lines.width);
}

// Pixels that touch by a corner are neighbours only where no pixel joins them by its sides.
function neighboursOf({ width, data }: Plane<Uint8Array>, at: number): number[] {
  const found = [at - width, at + 1, at + width, at - 1].filter((side) => data[side]);
  for (const [vertical, horizontal] of [
    [-width, 1],
    [width, 1],
    [width, -1],
    [-width, -1],
  ]) {
    if (data[at + vertical + horizontal] && !data[at + vertical] && !data[at + horizontal]) {
      found.push(at + vertical + horizontal);
    }
  }
  return found;
}

/** Cuts lines into pieces at their ends and junctions, the knots, each named by its pixel. */
function cutAtKnots(lines: Plane<Uint8Array>): Piece[] {
  const neighbours = new Map<number, number[]>();
  lines.data.forEach((value, at) => {
    if (value) neighbours.set(at, neighboursOf(lines, at));
  });
  const isKnot = (at: number): boolean => neighbours.get(at)!.length !== 2;
  const pieces: Piece[] = [];
  const seen = new Set<number>();
  const follow = (start: number, second: number): Trace => {
    const trace = [start, second];
    for (let at = second; !isKnot(at) && at !== start;) {
      seen.add(at);
      const next = neighbours.get(at)!.find((other) => other !== trace[trace.length - 2]);
      if (next === undefined) break;
      trace.push(next);
      at = next;
    }
    return trace;
  };
  for (const [start, others] of neighbours) {
    if (!isKnot(start)) continue;
    for (const second of others) {
      const trace = follow(start, second);
      const end = trace[trace.length - 1];
      // Each piece is found from both of its ends.
      const isFirst = end > start || (end === start && second <= trace[trace.length - 2]);
      if (isFirst) pieces.push({ trace, knots: [start, end] });
    }
    seen.add(start);
  }
  for (const [start, others] of neighbours) {
    if (seen.has(start) || isKnot(start)) continue;
    seen.add(start);
    pieces.push({ trace: follow(start, others[0]), knots: undefined });
  }
  return pieces;
}

function countEnds(pieces: readonly Piece[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { knots } of pieces) {
    for (const knot of knots ?? []) ends.set(knot, (ends.get(knot) ?? 0) + 1);
  }
  return ends;
}

/** Leaves out the side lines that are no longer than the ink is wide where they begin. */
function withoutSpurs(pieces: readonly Piece[], radius: Float32Array): Piece[] {
  const ends = countEnds(pieces);
  return pieces.filter(({ trace, knots }) => {
    if (knots === undefined) return true;
    const [isStartFree, isEndFree] = knots.map((knot) => ends.get(knot) === 1);
    if (isStartFree === isEndFree) return !isStartFree || pieces.length === 1 || trace.length > 4;
    return trace.length > 1.2 * radius[isStartFree ? knots[1] : knots[0]] + 2;
  });
}

/** Makes one knot of junctions that belong to one crossing: they lie no further apart than the ink is wide. */
function mergeKnots(pieces: readonly Piece[], radius: Float32Array, width: number): Piece[] {
  const ends = countEnds(pieces);
  const into = new Map<number, number>();
  const rootOf = (knot: number): number => {
    const next = into.get(knot);
    return next === undefined ? knot : rootOf(next);
  };
  const rest = pieces.filter(({ trace, knots }) => {
    if (knots === undefined) return true;
    const [start, end] = knots;
    const isBridge =
      start !== end &&
      ends.get(start)! > 1 &&
      ends.get(end)! > 1 &&
      trace.length <= 1.3 * Math.max(radius[start], radius[end]) + 2;
    if (isBridge && rootOf(start) !== rootOf(end)) into.set(rootOf(start), rootOf(end));
    return !isBridge;
  });
  const members = new Map<number, number[]>();
  for (const { knots } of pieces) {
    for (const knot of knots ?? []) {
      const root = rootOf(knot);
      members.set(root, [...(members.get(root) ?? []), knot]);
    }
  }
  // The knot of a crossing lies in the middle of its junctions.
  const middleOf = (knot: number): number => {
    const all = members.get(rootOf(knot))!;
    const mean = (of: (at: number) => number): number =>
      Math.round(all.reduce((sum, at) => sum + of(at), 0) / all.length);
    return mean((at) => Math.floor(at / width)) * width + mean((at) => at % width);
  };
  return rest.map((piece) => {
    if (piece.knots === undefined) return piece;
    const [start, end] = piece.knots.map(middleOf);
    return { trace: [start, ...piece.trace.slice(1, -1), end], knots: [start, end] };
  });
}

/** Joins the pieces that go straight on through their common knot. */
function joinStraight(pieces: readonly Piece[], width: number): Trace[] {
  const traces = pieces.map(({ trace }) => trace);
  // Every end of a piece: its number twice, plus 1 for the end of the trace.
  const ends = new Map<number, number[]>();
  pieces.forEach(({ knots }, index) => {
    knots?.forEach((knot, side) => {
      ends.set(knot, [...(ends.get(knot) ?? []), 2 * index + side]);
    });
  });
  const partner = new Map<number, number>();
  for (const meeting of ends.values()) {
    const pairs: { first: number; second: number; cosine: number }[] = [];
    meeting.forEach((first, index) => {
      for (const second of meeting.slice(index + 1)) {
        const cosine = cosineBetween(
          directionOf(traces, first, width),
          directionOf(traces, second, width),
        );
        pairs.push({ first, second, cosine });
      }
    });
    pairs.sort((a, b) => a.cosine - b.cosine);
    for (const { first, second, cosine } of pairs) {
      const goesOn = meeting.length === 2 || cosine < -0.35;
      if (!goesOn || partner.has(first) || partner.has(second)) continue;
      partner.set(first, second);
      partner.set(second, first);
    }
  }
  const joined: Trace[] = [];
  const used = new Set<number>();
  const walk = (startEnd: number): void => {
    const line: Trace = [];
    for (let end: number | undefined = startEnd; end !== undefined && !used.has(end >> 1);) {
      used.add(end >> 1);
      const trace = traces[end >> 1];
      line.push(...(end & 1 ? [...trace].reverse() : trace).slice(line.length > 0 ? 1 : 0));
      end = partner.get(end ^ 1);
    }
    joined.push(line);
  };
  // Lines with a free end first, so that what is left are rings.
  const all = traces.flatMap((_, index) => [2 * index, 2 * index + 1]);
  for (const end of all) if (!partner.has(end) && !used.has(end >> 1)) walk(end);
  for (const end of all) if (!used.has(end >> 1)) walk(end);
  return joined;
}

function directionOf(traces: readonly Trace[], end: number, width: number): [number, number] {
  const trace = traces[end >> 1];
  const near = Math.min(2, trace.length - 1);
  const far = Math.min(near + reach, trace.length - 1);
  const at = (index: number): number => trace[end & 1 ? trace.length - 1 - index : index];
  const [from, to] = far > near ? [at(near), at(far)] : [at(0), at(far)];
  return [(to % width) - (from % width), Math.floor(to / width) - Math.floor(from / width)];
}

function cosineBetween([ax, ay]: [number, number], [bx, by]: [number, number]): number {
  return (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1);
}
