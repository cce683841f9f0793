import { dirname } from 'node:path';
import { filesIn, text } from './sources.js';

const recording = /\.\s*(?:command|consequence|timer|reported)\s*(?:<[^(]*>)?\(/;

/** Edges that leave no entry, each looked at by a second person. */
export const reviewedEdges: Readonly<Record<string, string>> = {
  'apps/audit/src/checkpoints/sign-checkpoint/sign-checkpoint.timer.ts':
    'has no right to write an entry: what it does is its signature',
  'apps/audit/src/entries/append-entries/append-entries.consumer.ts': 'it is what writes the entries',
  'libs/worker/src/housekeeping.timer.ts':
    'forgets marks of deliveries and keys of requests: no record of anybody',
};

/** What is started from a command line, and where what it does is recorded; or why it is not. */
export const programs: Readonly<
  Record<string, { readonly records: string } | { readonly reviewed: string }>
> = {
  ...Object.fromEntries(
    ['audit', 'intake', 'referral', 'victim-services'].flatMap((app) => [
      [`apps/${app}/src/main.ts`, { records: 'libs/http/src/start-api.ts' }],
      [`apps/${app}/src/worker.main.ts`, { records: 'libs/worker/src/start-worker.ts' }],
      [`apps/${app}/src/migrate.main.ts`, { records: 'libs/persistence/src/migrate-service.ts' }],
    ]),
  ),
  'libs/worker/src/park.main.ts': { records: 'libs/worker/src/park.ts' },
  'apps/portal/src/main.ts': { reviewed: 'has sessions only: what it calls is recorded where it is done' },
  'apps/portal/src/migrate.main.ts': { reviewed: 'its tables hold sealed sessions and nothing else' },
  'apps/audit/src/signer.main.ts': {
    reviewed: 'has no right to write an entry: what it does is its signature',
  },
  'apps/witness/src/main.ts': { reviewed: 'of another owner than the log: what it does is its signature' },
  'libs/audit-verify/src/audit-verify.main.ts': { reviewed: 'reads files, without a server' },
};

/** Every consumer and timer that there is. */
export const edges = (): string[] => [...filesIn('apps', edge), ...filesIn('libs', edge)].sort();

const edge = /(?<!spec)\.(?:consumer|timer)\.ts$/;

/** Every program that there is. */
export const mains = (): string[] =>
  [...filesIn('apps', /\/(?:\w+\.)?main\.ts$/), ...filesIn('libs', /\.main\.ts$/)].sort();

/** Whether the slice of an edge leaves an entry: the files beside it, tests left out. */
export const isRecorded = (path: string): boolean =>
  path.startsWith('libs/') ? records(path) : filesIn(dirname(path), /^(?!.*spec).*\.ts$/).some(records);

/** Whether a file calls a unit of work in a way that leaves an entry. */
export const records = (path: string): boolean => {
  const code = text(path);
  return code.includes('UnitOfWork') && recording.test(code);
};
