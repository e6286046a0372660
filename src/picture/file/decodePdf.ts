import type { Bitmap } from './bitmap';

/** At how many pixels an inch pages are drawn: as scanners see them. */
const RESOLUTION = 200;
const POINTS_AN_INCH = 72;
/** The most pixels of a page; larger ones are drawn more coarsely. */
const MAX_PIXELS = 16e6;

/**
 * Draws the pages of a PDF file, one at a time.
 *
 * @param bytes the file's content
 * @throws Error where the file is damaged, or needs a password
 */
export async function* decodePdf(bytes: Buffer): AsyncGenerator<Bitmap, void> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    try {
      for (const page of document.pages()) {
        const { originalWidth, originalHeight } = page.getOriginalSize();
        const points = Math.max(1, originalWidth * originalHeight);
        const scale = Math.min(RESOLUTION / POINTS_AN_INCH, Math.sqrt(MAX_PIXELS / points));
        const { width, height, data } = await page.render({ scale, render: 'bitmap' });
        yield { width, height, data };
      }
    } finally {
      document.destroy();
    }
  } finally {
    library.destroy();
  }
}
