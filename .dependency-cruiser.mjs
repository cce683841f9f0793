// What Nx cannot see: the arrows inside an app, and who may hold which client. Every rule has a fixture that it rejects.
const test = '(\\.(spec|int-spec|e2e-spec)\\.tsx?$|/fixtures/|^libs/[^/]+/test/|^libs/testing/|^test/)';

export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'Decisions need no framework, no database, no network: they are functions of what they are given.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/domain/', pathNot: test },
      to: {
        pathNot: [
          '^apps/[^/]+/src/domain/',
          '^libs/(kernel|contracts|authz|clocks|tlog)/',
          '^(node:)?crypto$',
          '^node_modules/canonicalize/',
        ],
      },
    },
    {
      name: 'slices-do-not-know-each-other',
      comment: 'The same rule is domain, the same query is storage, the same mechanism is a lib.',
      severity: 'error',
      from: {
        path: '^apps/([^/]+)/src/(.+)/[^/]+$',
        pathNot: ['^apps/[^/]+/src/(domain|storage)/', '^apps/portal/', test],
      },
      to: { path: '^apps/$1/src/[^/]+/', pathNot: '^apps/$1/src/($2|domain|storage)/' },
    },
    {
      name: 'storage-knows-only-the-domain',
      comment: 'Rows are mapped from and to the domain; who asks for them is none of their business.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/storage/', pathNot: test },
      to: { path: '^apps/$1/src/', pathNot: '^apps/$1/src/(domain|storage)/' },
    },
    {
      name: 'edges-do-not-touch-storage',
      comment: 'An edge parses, declares and translates; the use case opens the transaction.',
      severity: 'error',
      from: { path: '\\.(http|consumer|timer)\\.ts$', pathNot: '^libs/' },
      to: { path: ['/storage/', '^node_modules/(typeorm|pg)/'] },
    },
    {
      name: 'apps-do-not-know-each-other',
      comment: 'Services talk over HTTP and Kafka.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-do-not-know-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'the-browser-knows-no-server',
      comment: 'What the browser loads and what holds the tokens are two programs.',
      severity: 'error',
      from: { path: '^apps/portal/src/web/', pathNot: test },
      to: {
        path: [
          '^apps/portal/src/(?!web/)',
          '^libs/(?!kernel|contracts|authz|tlog)',
          '^node_modules/(@nestjs|typeorm|pg)/',
        ],
      },
    },
    {
      name: 'no-barrel-in-apps',
      comment: 'Import from the file that has it.',
      severity: 'error',
      from: {},
      to: { path: '^apps/.*/index\\.tsx?$' },
    },
    {
      name: 'kafka-client-in-one-file',
      comment: 'So that it can be changed for another.',
      severity: 'error',
      from: { pathNot: ['^libs/messaging/src/kafka\\.ts$', '^test/bench/'] },
      to: { path: '^node_modules/kafkajs/' },
    },
    {
      name: 'tokens-verified-in-one-place',
      severity: 'error',
      from: { pathNot: ['^libs/http/src/', test] },
      to: { path: '^node_modules/keycloak-connect/' },
    },
    {
      name: 'tests-only-know-testing',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: test },
      to: { path: '^libs/testing/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '^libs/contracts/src/generated/', '^test/architecture/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
