import { readFileSync } from 'node:fs';

const root = new URL('.', import.meta.url);
const swcrc = JSON.parse(readFileSync(new URL('.swcrc.json', root), 'utf8'));
const cjs = { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' } };

// Jest on Node 20 cannot require() an ES module, so packages that ship nothing else are transformed too.
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  'uint8array-extras',
  'load-esm',
  'jose',
  'canonicalize',
  'content-disposition',
  '@fastify/cookie',
  'cookie',
  'uuid',
  'openid-client',
  'oauth4webapi',
  'fast-check',
  'pure-rand',
  '@noble',
];

/** One jest project: a name, the files it takes, and this repository's way to compile them. */
export const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: root.pathname,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  testMatch,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/.run/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swcrc, ...cjs }],
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        ...cjs,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { ...cjs, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^@rujukan/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  coverageProvider: 'v8',
  ...extra,
});
