import { fact, type LogEntry } from '../log-entry.js';
import { agencyWords } from '../words/agency-words.js';
import { counted, instantWords, said } from '../words/said.js';
import { countOf, idsOf, isDone, seqsOf, type Evidence, type Finding, type Question } from './question.js';

/**
 * The kinds of entry that tell of a request of a child or guardian and of a breach, and what answers each. The opening
 * entry names the record and carries the fact `due`; the one that answers names the same record.
 */
const duties = [
  {
    record: 'data-subject-request',
    opened: 'data-subject-request.received',
    answered: 'data-subject-request.answered',
    called: said('Permintaan subjek data', 'Data-subject request'),
  },
  {
    record: 'breach',
    opened: 'breach.recorded',
    answered: 'breach.notified',
    called: said('Kegagalan pelindungan data', 'Breach'),
  },
] as const;

/** UU 27/2022: requests and notices of a breach within 3 x 24 hours. */
export const rightsAndBreaches: Question = {
  name: 'rights-and-breaches',
  asks: said(
    'Apakah permintaan subjek data dan kegagalan pelindungan data ditangani dalam 3 x 24 jam?',
    'Were data-subject requests and breaches handled in 72 hours?',
  ),
  needsCase: false,
  leads: duties.map(({ opened }) => opened),
  traces: [(found) => ({ records: duties.flatMap(({ record }) => idsOf(found, record)) })],
  answer(evidence) {
    const findings = evidence.leads.filter(isDone).flatMap((opened) => findingOf(opened, evidence));
    const late = countOf(findings, 'late', 'overdue');
    return {
      findings,
      says:
        findings.length === 0
          ? said(
              'Tidak ada permintaan subjek data dan tidak ada kegagalan pelindungan data yang tercatat.',
              'No data-subject request and no breach is recorded.',
            )
          : said(
              `${findings.length} tercatat; ${late === 0 ? 'tidak ada yang terlambat' : `${late} terlambat`}.`,
              `${counted(findings.length, 'is', 'are')} recorded; ${late === 0 ? 'none was late' : `${late} late`}.`,
            ),
    };
  },
};

function findingOf(opened: LogEntry, { all, agencies, now }: Evidence): Finding[] {
  const duty = duties.find((one) => one.opened === opened.type);
  const record = opened.entity.find(({ type }) => type === duty?.record);
  const due = fact(record, 'due');
  if (!duty || !record || due === undefined) return [];
  const answered = all.find(
    (entry) =>
      entry.type === duty.answered && isDone(entry) && entry.entity.some(({ id }) => id === record.id),
  );
  const isLate = answered ? answered.occurred > due : now.getTime() > Date.parse(due);
  const verdict = answered ? (isLate ? 'late' : 'in-time') : isLate ? 'overdue' : 'running';
  const fate = {
    'in-time': said('ditangani tepat waktu', 'was handled in time'),
    late: said('ditangani terlambat', 'was handled late'),
    overdue: said('belum ditangani walau batas waktunya lewat', 'is not handled although the time is over'),
    running: said('masih dalam batas waktu', 'is still within the time'),
  }[verdict];
  const [who, until] = [agencyWords(agencies, opened.actor.org), instantWords(due)];
  return [
    {
      verdict,
      says: said(
        `${duty.called.id} pada ${who.id} ${fate.id}. Batas waktu: ${until.id}.`,
        `${duty.called.en} at ${who.en} ${fate.en}. Time limit: ${until.en}.`,
      ),
      seqs: seqsOf(opened, answered),
      at: opened.occurred,
      ...(opened.actor.org === undefined ? {} : { agency: opened.actor.org }),
      ...(opened.subject[0] === undefined ? {} : { case: opened.subject[0] }),
    },
  ];
}
