import { lateReason } from '@rujukan/contracts';
import { clocksIn, type ClockHistory } from '../clock-history.js';
import type { LogEntry } from '../log-entry.js';
import { agencyWords, displayOf, isPolice } from '../words/agency-words.js';
import { instantWords, said, type Said } from '../words/said.js';
import { countOf, idsOf, isDone, seqsOf, type Evidence, type Finding, type Question } from './question.js';

const limit = 72 * 3_600_000;

/** UU 12/2022, article 41: whoever hears of it from a victim tells the police within 3 x 24 hours. */
export const policeTold: Question = {
  name: 'police-told-in-time',
  asks: said(
    'Apakah setiap laporan kepada penyedia layanan diteruskan kepada polisi dalam 3 x 24 jam? Mana yang tidak, dan mengapa?',
    'Was every report to a provider passed on to the police within 72 hours? Which was not, and why?',
  ),
  needsCase: false,
  leads: ['report.file'],
  traces: [
    (found) => ({ records: idsOf(found, 'report') }),
    (found) => ({
      records: idsOf(
        found.filter(({ type }) => type === 'report.accept'),
        'clock',
      ),
    }),
  ],
  answer(evidence) {
    const findings = evidence.leads.filter(isDone).flatMap((filed) => findingsOf(filed, evidence));
    const [told, late] = [countOf(findings, 'in-time'), countOf(findings, 'late', 'overdue')];
    const [waiting, known] = [countOf(findings, 'running', 'not-triaged'), countOf(findings, 'police-knew')];
    return {
      findings,
      says:
        findings.length === 0
          ? said('Tidak ada laporan yang tercatat.', 'No report is recorded.')
          : said(
              `${late === 0 ? 'Tidak ada yang terlambat' : `${late} terlambat`}: ${told} tepat waktu, ${waiting} masih berjalan, ${known} sudah diketahui polisi sejak awal.`,
              `${late === 0 ? 'None was late' : `${late} late`}: ${told} in time, ${waiting} still running, ${known} known to the police from the start.`,
            ),
    };
  },
};

function findingsOf(filed: LogEntry, evidence: Evidence): Finding[] {
  const report = filed.entity.find(({ type }) => type === 'report')?.id;
  const about = evidence.all.filter((entry) => isDone(entry) && entry.entity.some(({ id }) => id === report));
  const accepted = about.find(({ type }) => type === 'report.accept');
  if (!accepted) return [beforeTriage(filed, about, evidence)];
  const ids = new Set(accepted.entity.filter(({ type }) => type === 'clock').map(({ id }) => id));
  const clocks = clocksIn(evidence.all, 'police-report', evidence.now).filter(({ id }) => ids.has(id));
  return clocks.length === 0
    ? [knew(filed, accepted, evidence)]
    : clocks.map((clock) => timed(clock, filed, evidence));
}

function timed(clock: ClockHistory, filed: LogEntry, { agencies }: Evidence): Finding {
  const [who, due] = [agencyWords(agencies, clock.agency), instantWords(clock.due)];
  const why = clock.why === undefined ? undefined : displayOf(lateReason, clock.why);
  const words: Record<ClockHistory['verdict'], Said> = {
    'in-time': said('memberi tahu polisi tepat waktu', 'told the police in time'),
    late: said(
      `memberi tahu polisi terlambat${why ? `; alasannya: ${why.id}` : ''}`,
      `told the police late${why ? `; the reason: ${why.en}` : ''}`,
    ),
    overdue: said(
      'belum memberi tahu polisi walau batas waktunya lewat',
      'has not told the police although the time is over',
    ),
    running: said('masih dalam batas waktu', 'is still within the time'),
    cancelled: said('tidak lagi wajib memberi tahu polisi', 'need not tell the police any more'),
  };
  const verb = words[clock.verdict];
  return {
    verdict: clock.verdict,
    says: said(
      `${who.id} ${verb.id}. Batas waktu: ${due.id}.`,
      `${who.en} ${verb.en}. Time limit: ${due.en}.`,
    ),
    seqs: seqsOf(filed, ...clock.entries),
    at: filed.occurred,
    ...(clock.agency === undefined ? {} : { agency: clock.agency }),
    ...(clock.case === undefined ? {} : { case: clock.case }),
  };
}

const knew = (filed: LogEntry, accepted: LogEntry, { agencies }: Evidence): Finding => {
  const who = agencyWords(agencies, accepted.actor.org);
  return {
    verdict: 'police-knew',
    says: said(
      `Polisi sudah tahu ketika ${who.id} menerima laporan ini.`,
      `The police knew already when ${who.en} accepted this report.`,
    ),
    seqs: seqsOf(filed, accepted),
    at: filed.occurred,
  };
};

/** No clock runs before a report is accepted, but the 72 hours do. */
function beforeTriage(filed: LogEntry, about: readonly LogEntry[], { agencies, now }: Evidence): Finding {
  const recipient = about.findLast(({ disclosure }) => disclosure)?.disclosure?.toOrg ?? filed.actor.org;
  const base = { seqs: seqsOf(filed, ...about), at: filed.occurred };
  const who = agencyWords(agencies, recipient);
  if ([recipient, filed.actor.org].some((one) => isPolice(agencies, one)))
    return {
      ...base,
      verdict: 'police-knew',
      says: said(`Laporan ini ada pada ${who.id}.`, `This report is with ${who.en}.`),
    };
  if (about.some(({ type }) => type === 'report.link' || type === 'report.mark-insufficient'))
    return {
      ...base,
      verdict: 'ended-at-triage',
      says: said('Laporan ini tidak menjadi kasus tersendiri.', 'This report became no case of its own.'),
    };
  const due = new Date(Date.parse(filed.occurred) + limit);
  const [isOver, until] = [now > due, instantWords(due.toISOString())];
  return {
    ...base,
    ...(recipient === undefined ? {} : { agency: recipient }),
    verdict: isOver ? 'overdue' : 'not-triaged',
    says: said(
      `${who.id} belum menelaah laporan ini. Batas waktu: ${until.id}.`,
      `${who.en} has not examined this report yet. Time limit: ${until.en}.`,
    ),
  };
}
