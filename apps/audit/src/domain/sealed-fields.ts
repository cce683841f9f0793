import type { LogEntry } from './log-entry.js';

/** What is no secret: codes and states that every party of a case may know, or that stand outside of the seal. */
const open: readonly string[] = [
  'envelope',
  'caseNumber',
  'timeline',
  'clocks',
  'status',
  'state',
  'statement',
  'channel',
  'occurredAt',
  'immediateSafety',
  'exploitationTypes',
  'modus',
  'platforms',
  'contributingFactors',
  'plannedEnd',
];

const openPrefixes = ['incident.exploitation', 'incident.modus', 'incident.platforms', 'incident.contributing', 'incident.immediateSafety']; // prettier-ignore

/** Names of the fields of an entry that are kept under seal. A field that is not known counts as sealed. */
export const sealedFieldsOf = ({ entity }: LogEntry): string[] =>
  [...new Set(entity.flatMap(({ fields = [] }) => fields))].filter(
    (field) => !open.includes(field) && !openPrefixes.some((prefix) => field.startsWith(prefix)),
  );
