/** The affine map (x, y) → (a x + c y + e, b x + d y + f), as in SVG's `matrix(a b c d e f)`. */
export type Transform = readonly [number, number, number, number, number, number];

export const identity: Transform = [1, 0, 0, 1, 0, 0];

/** Applies the inner map first, then the outer one. */
export function compose(outer: Transform, inner: Transform): Transform {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

function translate(x: number, y = 0): Transform {
  return [1, 0, 0, 1, x, y];
}

function rotate(degrees: number, x = 0, y = 0): Transform {
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const turn: Transform = [cosine, sine, -sine, cosine, 0, 0];
  return compose(translate(x, y), compose(turn, translate(-x, -y)));
}

const kinds: Readonly<Record<string, (...numbers: [number, ...number[]]) => Transform>> = {
  translate,
  rotate,
  scale: (x, y = x) => [x, 0, 0, y, 0, 0],
};

/** Reads an SVG `transform` attribute made of translate, rotate and scale, all that plotly writes. */
export function parseTransform(attribute: string): Transform {
  return [...attribute.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)]
    .map(([, kind, list]) => kinds[kind](...(list.split(/[\s,]+/).map(Number) as [number])))
    .reduce(compose, identity);
}
