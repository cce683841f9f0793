import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { boundaries, clock, environment, everywhere, house, tests } from './eslint.house.mjs';

const code = ['**/*.ts', '**/*.tsx'];
const testCode = [
  '**/*.{spec,int-spec,e2e-spec}.{ts,tsx}',
  '**/fixtures/**/*.ts',
  'libs/*/test/**/*.ts',
  'libs/testing/**/*.ts',
  'test/**/*.ts',
];
const syntax = (...gates) => ({ 'no-restricted-syntax': ['error', ...gates.flat()] });
const boundary = (more, exceptions = {}) => ({
  '@nx/enforce-module-boundaries': ['error', { depConstraints: boundaries(more), ...exceptions }],
});
// A lib's own tests may use the testing lib, which stands on that lib: a circle of tests, not of what is shipped.
const testing = boundary(['type:testing'], {
  ignoredCircularDependencies: [['*', 'testing']],
  allow: [
    '../deploy/**',
    '../../deploy/**',
    '../../../deploy/**',
    '../../libs/contracts/*',
    '../../apps/**',
    '../../../apps/**',
    '../../libs/audit-verify/**',
    '../../../libs/audit-verify/**',
    '../../.dependency-cruiser.mjs',
  ],
});

export default tseslint.config(
  {
    name: 'house/ignores',
    ignores: ['**/dist/', '.run/', '.nx/', 'libs/contracts/src/generated/', 'test/architecture/fixtures/'],
  },
  { name: 'house/directives', linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'house/scripts',
    files: ['**/*.mjs'],
    rules: {
      'max-lines': ['error', { max: 350 }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      complexity: ['error', 15],
    },
  },
  {
    name: 'house/types',
    files: code,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // With noUncheckedIndexedAccess, `rows[0]!` is how one says: the query cannot give none.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A type parameter that only shapes the answer is how TypeORM's and our own queries are typed.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // `async` without `await` turns a throw into a rejection, which is what callers of a port expect.
      '@typescript-eslint/require-await': 'off',
      // News from a supplier, dealt with when it is upgraded; and a third of the time that linting the portal takes.
      '@typescript-eslint/no-deprecated': 'off',
      // There is no enum here.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // TypeORM's EntitySchema and Nest's options are classes that everybody fills with literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    name: 'house/production',
    files: code,
    plugins: { house, '@nx': nx },
    rules: {
      'house/no-blind-catch': 'error',
      'max-lines': ['error', { max: 350 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'max-depth': ['error', 3],
      // Each case of an exhaustive switch is not a decision more: the compiler holds them together.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-console': 'error',
      ...syntax(everywhere, environment, clock),
      ...boundary([]),
    },
  },
  { name: 'house/config', files: ['**/src/config.ts'], rules: syntax(everywhere, clock) },
  { name: 'house/time', files: ['libs/time/src/*.ts'], rules: syntax(everywhere, environment) },
  {
    name: 'house/tests',
    files: testCode,
    rules: {
      ...syntax(everywhere, tests),
      ...testing,
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'house/tool-configuration',
    files: ['**/*.config.{ts,mjs}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  prettier,
);
