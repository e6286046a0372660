/** How the picture is taken. */
export const cameras = {
  weights: { phone: 72, scanner: 18, copier: 4 },
  /** The angle of the page: standard deviation in degrees, and any angle up to `most` for some. */
  angle: 3.5,
  turnedShare: 0.08,
  most: 25,
  /** How much nearer one side of the picture is than the middle. */
  perspective: [0, 0.14],
  /** Brightness of the paper's white, and the light's colour: warm (more red) to cool. */
  exposure: [0.43, 1.02],
  warmth: [-0.06, 0.16],
  tint: [-0.03, 0.03],
  gradientShare: 0.75,
  gradient: [0.02, 0.45],
  vignetteShare: 0.35,
  vignette: [0.05, 0.5],
  shadowShare: 0.25,
  shadow: [0.1, 0.55],
  /** How wide a shadow's border is, the half of the picture's longer side is 1, a factor. */
  shadowEdge: [0.06, 2.3],
  /** Shadows whose border is bent, and how much. */
  bowedShare: 0.4,
  bow: [-0.45, 0.45],
  glareShare: 0.08,
  glare: [0.05, 0.35],
  /** Blur: standard deviation in pixels, a factor, at most this part of a digit's height. */
  blur: [0.3, 1.6],
  blurPerHeight: 0.045,
  softShare: 0.65,
  motionShare: 0.1,
  sharpenShare: 0.3,
  sharpen: [0.2, 1.2],
  /** Noise: standard deviation of fine grain, of blotches and of colour, factors. */
  noise: [0.002, 0.03],
  blotches: [0.001, 0.012],
  colourNoise: [0.001, 0.012],
  /** No more noise than this part of the ink's contrast. */
  noisePerContrast: 0.22,
  contrast: [0.85, 1.25],
  greyShare: 0.15,
  jpegShare: 0.7,
  jpegQuality: [25, 95],
  /** Where between paper (0) and ink (1) a copier parts black from white. */
  copierCut: [0.3, 0.65],
} as const;
