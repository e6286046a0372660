import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The rooms of src in the order the data flows: a file may import from its own room and those before it.
const rooms = [
  'numbers',
  'files',
  'processes',
  'picture',
  'engine',
  'strokes',
  'digits',
  'pages',
  'training',
  'classifier',
  'reader',
  'learning',
  'scoring',
  'view',
  'web',
  'batch',
  'site',
  'notebook',
  'cli',
];

// Those of tools, which stand on all of src.
const toolRooms = ['setup', 'notebook', 'bench', 'faults', 'fuzz', 'cli'];

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
  'classifier/sweep/runSweep.ts',
  'classifier/sweep/sweepJob.ts',
  'classifier/sweep/trialProcess.ts',
  'reader/folder/**',
];

// What is written appears under its name only when it is whole. These make that sure by themselves, or write for
// nobody else.
const bareWriters = ['files', 'engine', 'training', 'setup', 'bench', 'faults', 'fuzz'];
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

const fromTools = {
  regex: '^(\\.\\./)+tools/',
  message: 'The package goes without tools: imports point the other way.',
};

const laterThan = (room, order) =>
  order.slice(order.indexOf(room) + 1).map((name) => ({
    regex: `^(\\.\\./)+${name}(/|$)`,
    message: `${room} comes before ${name}: imports point the other way.`,
  }));

const restrictImports = (room, ...others) => {
  const patterns = [...laterThan(room, rooms), fromTools, ...others];
  const paths = [
    ...(bareWriters.includes(room) ? [] : bareWriting),
    ...(readingRooms.includes(room) ? [bareReading] : []),
  ];
  return { 'no-restricted-imports': ['error', { patterns, paths }] };
};

const restrictTools = (room) => {
  const paths = bareWriters.includes(room) ? [] : bareWriting;
  return { 'no-restricted-imports': ['error', { patterns: laterThan(room, toolRooms), paths }] };
};

const oneWayImports = [
  {
    files: ['src/index.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [fromTools] }] },
  },
  ...rooms.map((room) => ({ files: [`src/${room}/**/*.ts`], rules: restrictImports(room) })),
  ...toolRooms.map((room) => ({
    files: [`tools/${room}/**/*.ts`],
    rules: restrictTools(room),
  })),
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
  { ignores: ['build', 'dist', 'notebooks', 'out', '**/.venv'] },
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
