import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The rooms of src in the order the data flows: a file may import from its own room and those before it.
const rooms = [
  'numbers',
  'files',
  'picture',
  'engine',
  'strokes',
  'digits',
  'pages',
  'training',
  'classifier',
  'reader',
  'scoring',
  'view',
  'web',
  'processes',
  'batch',
  'site',
  'setup',
  'notebook',
  'bench',
  'faults',
  'fuzz',
  'cli',
];

// What makes pages and reads digits from pixels also runs in a browser; these are its edges, which touch files.
const browserRooms = ['numbers', 'picture', 'strokes', 'pages', 'classifier', 'reader', 'web'];
const edges = [
  'picture/file/**',
  'pages/labels/labelFile.ts',
  'pages/hand/strokeFolder.ts',
  'pages/text/pageFonts.ts',
  'classifier/makeModel.ts',
  'classifier/trainNetwork.ts',
  'classifier/folder/**',
  'classifier/keras/**',
  'classifier/onnx/**',
  'classifier/runs/**',
  'reader/folder/**',
  'reader/making/**',
  'reader/training/**',
];

// What these rooms write is for people: it appears under its name only when it is whole.
const writingRooms = [
  'picture',
  'digits',
  'pages',
  'classifier',
  'reader',
  'scoring',
  'view',
  'web',
  'batch',
  'site',
  'notebook',
  'cli',
];
const bareWriting = ['node:fs', 'node:fs/promises'].map((name) => ({
  name,
  importNames: ['appendFile', 'appendFileSync', 'createWriteStream', 'writeFile', 'writeFileSync'],
  message: 'Write by writeWhole of src/files/wholeFile.ts.',
}));

// What these rooms read is people's: pipes and devices, which may never end, are refused.
const readingRooms = [
  'digits',
  'pages',
  'training',
  'classifier',
  'reader',
  'scoring',
  'view',
  'batch',
  'cli',
];
const bareReading = {
  name: 'node:fs',
  importNames: ['createReadStream', 'openSync', 'readFile', 'readFileSync'],
  message: 'Read by readRegularFile of src/files/regularFile.ts.',
};

const restrictImports = (room, ...others) => {
  const later = rooms.slice(rooms.indexOf(room) + 1).map((name) => ({
    regex: `^(\\.\\./)+${name}(/|$)`,
    message: `src/${room} comes before src/${name}: imports point the other way.`,
  }));
  const paths = [
    ...(writingRooms.includes(room) ? bareWriting : []),
    ...(readingRooms.includes(room) ? [bareReading] : []),
  ];
  return { 'no-restricted-imports': ['error', { patterns: [...later, ...others], paths }] };
};

const oneWayImports = [
  ...rooms.map((room) => ({ files: [`src/${room}/**/*.ts`], rules: restrictImports(room) })),
  ...browserRooms.map((room) => ({
    files: [`src/${room}/**/*.ts`],
    ignores: edges.map((file) => `src/${file}`),
    rules: restrictImports(
      room,
      { group: ['node:*'], message: 'This also runs in browsers.' },
      { regex: '(^|/)(files|picture/file|folder)/', message: 'This also runs in browsers.' },
    ),
  })),
];

export default defineConfig(
  { ignores: ['dist', 'notebooks', 'out', '**/.venv'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./test/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      // tfjs declares as classes what it hands around as plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  ...oneWayImports,
);
