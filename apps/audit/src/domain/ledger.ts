import { fieldGroup, lawfulBasis, purposeOfUse } from '@rujukan/contracts';
import { named, type LogEntry } from './log-entry.js';
import { present } from './present.js';
import { custodyMoves, endOfEmergency } from './relations.js';
import { agencyWords, displayOf, type Agencies } from './words/agency-words.js';
import { inBoth, instantWords, said, type Said } from './words/said.js';

/** That an agency got data of a case: what, when, why, on which basis, until when. */
export interface LedgerLine {
  readonly case?: string;
  readonly receipt: string;
  readonly from: string;
  readonly to: string;
  /** Groups of fields; all of them with custody, none named for a report as it was written. */
  readonly fieldGroups: readonly string[];
  readonly means: 'handoff' | 'custody' | 'report' | 'emergency';
  readonly purpose?: string;
  readonly basis?: string;
  readonly since: string;
  /** Absent while it lasts. */
  readonly until?: string;
  readonly says: Said;
  readonly seqs: readonly number[];
}

/** Kinds of act by which data pass. */
export const disclosingTypes: readonly string[] = [
  'report.file',
  'report.forward',
  'handoff.accept',
  'custody.sign-rollback',
  'break-glass.start',
];

/** One line for each disclosure, from entries alone. @param all whatever else entries say of these cases and handoffs */
export const ledgerOf = (
  disclosing: readonly LogEntry[],
  all: readonly LogEntry[],
  agencies: Agencies,
): LedgerLine[] =>
  disclosing
    .filter(({ outcome, disclosure }) => outcome === 'success' && disclosure)
    .flatMap((entry) => lineOf(entry, all, agencies));

function lineOf(entry: LogEntry, all: readonly LogEntry[], agencies: Agencies): LedgerLine[] {
  const disclosure = entry.disclosure!;
  const means = meansOf(entry);
  const fieldGroups = means === 'custody' ? fieldGroup.codes : (named(entry, 'disclosure')[0]?.fields ?? []);
  // Advice is asked for without data.
  if (means === 'handoff' && fieldGroups.length === 0) return [];
  const end = endOf(entry, means, all);
  const line = {
    case: entry.subject[0],
    receipt: disclosure.receiptId,
    from: disclosure.fromOrg,
    to: disclosure.toOrg,
    ...{ fieldGroups, means, purpose: entry.purpose, basis: entry.authz?.lawfulBasis },
    since: entry.occurred,
    until: end?.occurred,
  };
  const seqs = [entry.seq, ...(end ? [end.seq] : [])];
  return [present<LedgerLine>({ ...line, seqs, says: wordsOf(entry, fieldGroups, { end, agencies }) })];
}

function meansOf(entry: LogEntry): LedgerLine['means'] {
  if (entry.type.startsWith('report.')) return 'report';
  if (entry.type === 'break-glass.start') return 'emergency';
  return named(entry, 'custody').length > 0 ? 'custody' : 'handoff';
}

/** The first entry by which it ended anywhere. */
function endOf(entry: LogEntry, means: LedgerLine['means'], all: readonly LogEntry[]): LogEntry | undefined {
  const { receiptId, toOrg } = entry.disclosure!;
  const later = all.filter(({ seq, outcome }) => seq > entry.seq && outcome === 'success');
  switch (means) {
    case 'handoff':
      return later.find(
        (one) =>
          (one.type === 'access.revoke' && named(one, 'handoff').some(({ id }) => id === receiptId)) ||
          (one.type === 'case.close' && one.subject.includes(entry.subject[0] ?? '')),
      );
    case 'custody':
      return custodyMoves(later).find((move) => move.from === toOrg && move.case === entry.subject[0])
        ?.entries[0];
    case 'emergency':
      return endOfEmergency(entry, later);
    case 'report': // what is in a report goes to the cases when it is accepted, or on with the report
      return later.find(
        (one) =>
          ['report.accept', 'report.forward'].includes(one.type) &&
          named(one, 'report').some(({ id }) => id === receiptId),
      );
  }
}

function wordsOf(
  { disclosure, purpose, authz, occurred, type }: LogEntry,
  groups: readonly string[],
  { end, agencies }: { readonly end: LogEntry | undefined; readonly agencies: Agencies },
): Said {
  const [from, to] = [agencyWords(agencies, disclosure?.fromOrg), agencyWords(agencies, disclosure?.toOrg)];
  const [what, why] = [
    groups.map((group) => displayOf(fieldGroup, group)),
    displayOf(purposeOfUse, purpose ?? ''),
  ];
  const basis = authz?.lawfulBasis === undefined ? undefined : displayOf(lawfulBasis, authz.lawfulBasis);
  const whole =
    type === 'break-glass.start'
      ? said('yang diperlukan dalam keadaan darurat', 'what that emergency needs')
      : said('isi laporan', 'the content of a report');
  const [since, until] = [instantWords(occurred), end && instantWords(end.occurred)];
  return inBoth((language) => {
    const fields = what.map((group) => group[language]).join('; ');
    return language === 'id'
      ? `${to.id} memperoleh dari ${from.id}: ${fields || whole.id}; untuk ${why.id.toLowerCase()}${basis ? `, dasar: ${basis.id.toLowerCase()}` : ''}; sejak ${since.id}, ${until ? `sampai ${until.id}` : 'masih berlaku'}.`
      : `${to.en} got from ${from.en}: ${fields || whole.en}; for ${why.en.toLowerCase()}${basis ? `, basis: ${basis.en.toLowerCase()}` : ''}; since ${since.en}, ${until ? `until ${until.en}` : 'still open'}.`;
  });
}
