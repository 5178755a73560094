import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { arrows } from './packages.arrows.ts';

const tests = ['**/*.test.ts'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/.cache/', '**/generated/', '**/assembly/', 'benchmarks/data/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A loop over a typed array knows its bounds; noUncheckedIndexedAccess does not.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Only apps speak to the console and the environment (design: "What holds everywhere").
    files: ['packages/*/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', { object: 'process', property: 'env' }],
    },
  },
  Object.entries(arrows)
    .filter(([, allowed]) => allowed !== '*')
    .map(([folder, allowed]) => ({
      files: [`packages/${folder}/src/**/*.ts`],
      ignores: tests,
      rules: { 'no-restricted-imports': ['error', { patterns: [arrowPattern(folder, allowed)] }] },
    })),
);

function arrowPattern(folder, allowed) {
  const names = allowed.map((name) => `@sr/${name}`).join(', ') || 'no @sr package';
  return {
    regex: `^@sr/(?!(${allowed.join('|')})(/|$))`,
    message: `packages/${folder} may import ${names}: see packages.arrows.ts.`,
  };
}
