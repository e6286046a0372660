import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../src/picture/quarterTurn';
import type { Detection } from '../../../../src/reader/detector/decodeDetections';
import {
  filling,
  isClear,
  isFilled,
  isOfDigits,
  isSole,
  isTold,
  isUpright,
  likelyTurns,
  otherTurns,
  surest,
  surestTilt,
  tellingLevels,
  skewOf,
  type Way,
} from '../../../../src/reader/page/search/orientation';

/** A detection of a size, with the evidence 1 where it is `clear` and 0.3 where it is not. */
function detectionOf(clear: boolean, size: number): Detection {
  return {
    box: { x0: 0, y0: 0, x1: 10, y1: size },
    score: 1,
    probabilities: Float32Array.from({ length: 10 }, (_, digit) =>
      digit === 7 ? (clear ? 1 : 0.3) : 0,
    ),
  };
}

/** What was found: so many clear digits, unclear ones, and refused marks; all of one size where not said. */
function way({
  turn = 0,
  clear = 0,
  unclear = 0,
  refused = 0,
  size = 30,
  refusedSize = size,
}: Partial<Record<'clear' | 'unclear' | 'refused' | 'size' | 'refusedSize', number>> & {
  readonly turn?: Turn;
}): Way {
  const digits = [
    ...Array.from({ length: clear }, () => detectionOf(true, size)),
    ...Array.from({ length: unclear }, () => detectionOf(false, size)),
  ];
  const others = Array.from({ length: refused }, () => ({
    ...detectionOf(false, refusedSize),
    reason: 'unclear' as const,
  }));
  return { turn, digits, refused: others, merged: [...digits, ...others] };
}

describe('what a look at a page tells', () => {
  it.each([
    // found                               told   clear  of digits
    [{}, false, false, false],
    [{ clear: 2 }, false, false, false],
    [{ clear: 3 }, true, true, true],
    [{ unclear: 3 }, true, false, false],
    [{ clear: 2, unclear: 3 }, true, true, true],
    [{ clear: 1, unclear: 3 }, true, false, true],
    [{ clear: 3, refused: 6 }, true, true, true],
    [{ clear: 3, refused: 7 }, true, true, false],
  ] as const)('of %o: told %s, clear %s, of digits %s', (found, told, clear, ofDigits) => {
    const seen = way(found);
    expect([isTold(seen), isClear(seen), isOfDigits(seen)]).toEqual([told, clear, ofDigits]);
  });

  it.each([
    ['nothing', {}, false],
    ['one large clear digit', { clear: 1, size: 20 }, true],
    ['two of them', { clear: 2, size: 20 }, true],
    ['three, which tell how the page lies', { clear: 3, size: 20 }, false],
    ['one that is unclear', { unclear: 1, size: 20 }, false],
    ['one that is small', { clear: 1, size: 19 }, false],
    ['something as large beside it', { clear: 1, refused: 1, size: 20 }, false],
    ['two small marks beside it', { clear: 1, refused: 2, size: 20, refusedSize: 8 }, true],
    ['three small marks beside it', { clear: 1, refused: 3, size: 20, refusedSize: 8 }, false],
  ] as const)('of a picture 100 pixels long, filled by %s', (_, found, expected) => {
    expect(isFilled(way(found), 100)).toBe(expected);
  });

  it.each([
    ['nothing on its side', {}, {}, false],
    ['one clear digit on its side', { clear: 1 }, {}, true],
    ['two, and a mark as it is', { clear: 2 }, { refused: 1 }, true],
    ['one, and a clear digit as it is', { clear: 1 }, { clear: 1 }, false],
    ['one, and two marks as it is', { clear: 1 }, { refused: 2 }, false],
    ['two that are unclear', { unclear: 2 }, {}, false],
    ['three, which tell it anyway', { clear: 3 }, {}, false],
    ['one beside another mark', { clear: 1, refused: 1 }, {}, true],
    ['one beside two other marks', { clear: 1, refused: 2 }, {}, false],
  ] as const)('of a page with %s', (_, turned, asItIs, expected) => {
    expect(isSole(way({ ...turned, turn: 90 }), way(asItIs))).toBe(expected);
  });

  it('is which digits fill a picture: those of a fifth of its longer side', () => {
    const [small, large] = [detectionOf(true, 19), detectionOf(true, 20)];
    expect(filling([small, large], 100)).toEqual([large]);
  });
});

describe('the way that a page lies', () => {
  it.each([
    // upright, on its side, on its head: the surest turn
    [3, 3, 3, 0],
    [3, 4, 3, 90],
    [4, 4, 5, 0],
    [4, 4, 6, 180],
    [0, 0, 0, 0],
  ] as const)('with %i, %i and %i clear digits', (upright, side, head, turn) => {
    const ways = [
      way({ clear: upright }),
      way({ clear: side, turn: 90 }),
      way({ clear: head, turn: 180 }),
    ];
    expect(surest(ways).turn).toBe(turn);
  });

  it.each([
    ['few digits', { clear: 2 }, {}, false],
    ['clear digits, and none on the side', { clear: 5 }, {}, true],
    ['clear digits, and half as many on the side', { clear: 6 }, { clear: 3 }, true],
    ['clear digits, and two thirds of them on the side', { clear: 6 }, { clear: 4 }, false],
    ['unclear digits', { unclear: 5 }, {}, false],
  ] as const)('is upright at a glance or not: %s', (_, upright, side, expected) => {
    expect(isUpright(way(upright), [way({ ...side, turn: 90 }), way({ turn: 180 })])).toBe(
      expected,
    );
  });

  it.each([
    ['not clear', { clear: 1 }, { unclear: 9 }, 'as it is'],
    ['clear, and hardly better', { clear: 3 }, { clear: 3, unclear: 2 }, 'as it is'],
    ['clear, and better by far', { clear: 3 }, { clear: 4 }, 'tilted'],
    ['unclear, and twice as much', { unclear: 4 }, { unclear: 8, clear: 1 }, 'tilted'],
    ['unclear, where nothing is seen as it is', {}, { unclear: 4 }, 'as it is'],
  ] as const)('is tilted steeply or not: what is tilted is %s', (_, found, steep, expected) => {
    const asItIs = way(found);
    const tilted = way(steep);
    expect(surestTilt(asItIs, [way({}), tilted])).toBe(expected === 'tilted' ? tilted : asItIs);
  });

  it('is along the lines, or on its head, where six digits are clear', () => {
    expect(otherTurns(way({ clear: 6 }))).toEqual([180]);
    for (const unsure of [way({ clear: 5 }), way({ clear: 3, unclear: 6 }), way({})]) {
      expect(otherTurns(unsure)).toEqual([90, 180, 270]);
    }
  });

  it('is the better of two steep tilts', () => {
    const [good, better] = [way({ clear: 4 }), way({ clear: 6 })];
    expect(surestTilt(way({}), [good, better])).toBe(better);
    expect(surestTilt(way({}), [better, good])).toBe(better);
  });

  it.each([
    [0, 0],
    [0.13, 0],
    [-0.13, 0],
    [0.15, 8.53],
    [-0.4, -21.8],
  ])('is levelled where its lines have the slope %d: by %d degrees', (slope, skew) => {
    const digits = Array.from({ length: 6 }, (_, at) => ({
      ...detectionOf(true, 20),
      box: { x0: 20 * at, y0: 20 * at * slope, x1: 20 * at + 12, y1: 20 * at * slope + 20 },
    }));
    expect(skewOf({ digits })).toBeCloseTo(skew, 2);
  });

  it.each([
    // as it is, on its side, on its head: the turns that are still likely
    ['nothing seen at all', {}, {}, {}, [90, 180]],
    ['digits as it is', { clear: 3 }, {}, {}, []],
    ['more on its side', { clear: 3 }, { clear: 4 }, {}, [90]],
    ['more on its head', { clear: 3 }, {}, { clear: 6 }, [180]],
    ['one clear digit on its side', {}, { clear: 1 }, {}, [90]],
    ['two unclear digits on its side', {}, { unclear: 2 }, {}, []],
  ] as const)('of a page with %s', (_, asItIs, side, head, expected) => {
    const view = { tilt: 0 };
    const likely = likelyTurns({ ...way(asItIs), view }, [
      { ...way({ ...side, turn: 90 }), view },
      { ...way({ ...head, turn: 180 }), view },
    ]);
    expect(likely.map(({ turn }) => turn)).toEqual(expected);
  });

  it('is not searched further where nothing is seen in a tilted view', () => {
    const view = { tilt: 30 };
    expect(likelyTurns({ ...way({}), view }, [{ ...way({ turn: 90 }), view }])).toEqual([]);
  });
});

describe('the levels that tell how a page lies', () => {
  it('are those of a middle size, the smaller of them first', () => {
    const levels = [1400, 990, 700, 495, 350, 60, 59, 20].map((side) => ({
      scale: side / 1400,
      contrast: { width: side, height: 10, data: new Float32Array(0) },
    }));
    const { first, finer, others } = tellingLevels(levels);
    const sides = [first, finer, others].map((group) =>
      group.map(({ contrast }) => contrast.width),
    );
    expect(sides).toEqual([[495, 350, 60], [700], [1400, 990, 59, 20]]);
  });
});
