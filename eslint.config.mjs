import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The rooms of src in the order the data flows: a file may import from its own room and those before it.
const rooms = ['data', 'engine', 'model', 'scan', 'view', 'setup', 'bench', 'cli'];

// What reads digits from pixels also runs in a browser; these are its edges, which touch files.
const browserRooms = ['model', 'scan'];
const edges = [
  'model/checkpoint.ts',
  'model/modelNames.ts',
  'model/makeModel.ts',
  'model/modelFiles.ts',
  'model/modelFolder.ts',
  'model/spotter/readerFolder.ts',
  'scan/readPicture.ts',
];

const restrictImports = (room, ...others) => {
  const later = rooms.slice(rooms.indexOf(room) + 1).map((name) => ({
    group: [`**/${name}/**`],
    message: `src/${room} comes before src/${name}: imports point towards data.`,
  }));
  return { 'no-restricted-imports': ['error', { patterns: [...later, ...others] }] };
};

const oneWayImports = [
  ...rooms.map((room) => ({ files: [`src/${room}/**/*.ts`], rules: restrictImports(room) })),
  ...browserRooms.map((room) => ({
    files: [`src/${room}/**/*.ts`],
    ignores: edges.map((file) => `src/${file}`),
    rules: restrictImports(room, { group: ['node:*'], message: 'This also runs in browsers.' }),
  })),
  {
    files: ['src/data/pages/**/*.ts'],
    rules: restrictImports('data', {
      group: ['node:*'],
      message: 'Pages are made of numbers alone.',
    }),
  },
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
