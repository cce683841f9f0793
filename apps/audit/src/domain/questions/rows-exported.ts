import { countOf, idsOf, isDone, seqsOf, type Evidence, type Finding, type Question } from './question.js';
import { named, type LogEntry } from '../log-entry.js';
import { actorWords } from '../words/agency-words.js';
import { counted, instantWords, said, type Said } from '../words/said.js';

/** Who took rows out of the system, and who approved it. */
export const rowsExported: Question = {
  name: 'rows-exported',
  asks: said(
    'Siapa yang mengekspor baris data, dan siapa yang menyetujuinya?',
    'Who exported rows, and who approved it?',
  ),
  needsCase: false,
  leads: ['export.create', 'statistics.export', 'audit.export'],
  traces: [(found) => ({ records: idsOf(found, 'export') })],
  answer({ leads, all, agencies }) {
    const findings = leads.filter(isDone).map((exported) => findingOf(exported, { all, agencies }));
    const without = countOf(findings, 'not-approved');
    const waiting = countOf(findings, 'waiting');
    const made = findings.length - waiting;
    return {
      findings,
      says:
        findings.length === 0
          ? said('Tidak ada ekspor yang tercatat.', 'No export is recorded.')
          : said(
              `${made} ekspor tercatat; ${without === 0 ? 'tidak ada yang kekurangan persetujuan' : `${without} tanpa persetujuan`}.${waiting === 0 ? '' : ` ${waiting} permintaan menunggu persetujuan.`}`,
              `${counted(made, 'export is', 'exports are')} recorded; ${without === 0 ? 'none lacks an approval' : `${without} without approval`}.${waiting === 0 ? '' : ` ${counted(waiting, 'request waits', 'requests wait')} for approval.`}`,
            ),
    };
  },
};

const fates = {
  approved: (by: Said) => said(`disetujui oleh ${by.id}`, `approved by ${by.en}`),
  'own-authority': () =>
    said('jejak audit, atas wewenang auditor', 'the audit trail, on the auditor’s authority'),
  'not-approved': () => said('tanpa persetujuan yang tercatat', 'without an approval on record'),
  waiting: () => said('belum disetujui, belum dibuat', 'not approved yet, and nothing was made'),
} as const;

function findingOf(exported: LogEntry, { all, agencies }: Pick<Evidence, 'all' | 'agencies'>): Finding {
  const ids = new Set(idsOf([exported], 'export'));
  const later = (type: string) =>
    all.find((entry) => entry.type === type && isDone(entry) && entry.entity.some(({ id }) => ids.has(id)));
  const approved = later('export.approve');
  const verdict = approved ? 'approved' : verdictOf(exported, later('export.make') !== undefined);
  const [who, when] = [actorWords(agencies, exported), instantWords(exported.occurred)];
  const fate = fates[verdict](approved ? actorWords(agencies, approved) : who);
  const act =
    verdict === 'waiting'
      ? said('meminta ekspor data', 'asked for an export of data')
      : said('mengekspor data', 'exported data');
  return {
    verdict,
    says: said(
      `${who.id} ${act.id} pada ${when.id}; ${fate.id}.`,
      `${who.en} ${act.en} on ${when.en}; ${fate.en}.`,
    ),
    seqs: seqsOf(exported, approved),
    at: exported.occurred,
    ...(exported.actor.org === undefined ? {} : { agency: exported.actor.org }),
  };
}

function verdictOf(exported: LogEntry, isMade: boolean): 'own-authority' | 'not-approved' | 'waiting' {
  // An auditor answers alone for what the log says of one case; no second person is asked.
  const isAlone = named(exported, 'export')[0]?.facts?.['isApprovalNeeded'] === false;
  if (exported.type === 'audit.export' || isAlone) return 'own-authority';
  return exported.type === 'export.create' && !isMade ? 'waiting' : 'not-approved';
}
