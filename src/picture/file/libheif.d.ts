// What is used of libheif, whose types are for ES modules alone.
declare module 'libheif-js/wasm-bundle.js' {
  interface Bitmap {
    width: number;
    height: number;
    data: Uint8Array | Uint8ClampedArray;
  }

  interface HeifPicture {
    get_width(): number;
    get_height(): number;
    display(into: Bitmap, done: (bitmap: Bitmap | null) => void): void;
    free(): void;
  }

  interface HeifDecoder {
    decode(bytes: Uint8Array): HeifPicture[];
    readonly decoder: { delete(): void };
  }

  const libheif: { readonly HeifDecoder: new () => HeifDecoder };
  export default libheif;
}
