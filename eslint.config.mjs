import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The rooms of src in the order the data flows: a file may import from its own room and those before it.
const rooms = ['data', 'engine', 'model', 'scan', 'view', 'setup', 'cli'];

const oneWayImports = rooms.map((room, position) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: rooms.slice(position + 1).map((later) => ({
          group: [`**/${later}/**`],
          message: `src/${room} comes before src/${later}: imports point towards data.`,
        })),
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist', 'notebooks', 'out', '.venv'] },
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
