/** A colour picture, as it comes out of a file. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of every pixel in 0..255, row by row; [height, width, 4]. */
  readonly data: Uint8ClampedArray;
}

/** A picture of one value a pixel, row by row; [height, width]. */
export interface Plane<Values extends Uint8Array | Int8Array | Float32Array | Int32Array> {
  readonly width: number;
  readonly height: number;
  readonly data: Values;
}

/** Width and height, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
