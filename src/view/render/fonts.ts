/** The fonts that texts are measured and pictures drawn with: the same on every machine. */
export const fonts = {
  fontFiles: [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ],
  loadSystemFonts: false,
  defaultFontFamily: 'DejaVu Sans',
};

/** How far DejaVu Sans reaches above and below its base line, in font sizes. */
export const ascent = 0.928;
export const descent = 0.236;
