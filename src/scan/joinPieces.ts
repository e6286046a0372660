import type { Piece } from './findPieces';
import type { Box } from '../data/picture';

/** Pieces of ink that make one mark. */
export interface Group extends Box {
  readonly pieces: readonly Piece[];
}

// All lengths are shares of the typical long side of a piece.
const largestFragment = 0.75;
const widestGap = 0.15;
const largestUnion = 1.4;

/** The longer side of a box, in pixels. */
export function longSide({ x0, y0, x1, y1 }: Box): number {
  return Math.max(x1 - x0, y1 - y0);
}

/**
 * Joins the pieces of broken strokes: a small piece to a larger one that it lies beside or above,
 * and any piece to one whose box holds half of it. From the largest piece down.
 *
 * @param pieces in any order
 * @param typical the typical long side of a piece, pixels
 */
export function joinPieces(pieces: readonly Piece[], typical: number): Group[] {
  const groups: Group[] = [];
  for (const piece of [...pieces].sort((a, b) => b.area - a.area)) {
    const place = groups.findIndex((group) => belongsTo(piece, group, typical));
    if (place < 0) groups.push({ ...boxAround(piece, piece), pieces: [piece] });
    else groups[place] = unite(groups[place], piece);
  }
  return groups;
}

function belongsTo(piece: Piece, group: Group, typical: number): boolean {
  const size = Math.max(typical, longSide(group));
  if (longSide(boxAround(group, piece)) > largestUnion * size) return false;

  // Common lengths as shares of the piece's sides, gaps as negative common lengths.
  const commonWidth = Math.min(piece.x1, group.x1) - Math.max(piece.x0, group.x0);
  const commonHeight = Math.min(piece.y1, group.y1) - Math.max(piece.y0, group.y0);
  const aligned = commonWidth >= 0.5 * (piece.x1 - piece.x0);
  const level = commonHeight >= 0.5 * (piece.y1 - piece.y0);
  if (aligned && level) return true;
  if (longSide(piece) > largestFragment * typical) return false;
  const reach = -widestGap * typical;
  return (aligned && commonHeight >= reach) || (level && commonWidth >= reach);
}

function unite(group: Group, piece: Piece): Group {
  return { ...boxAround(group, piece), pieces: [...group.pieces, piece] };
}

function boxAround(a: Box, b: Box): Box {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}
