import { clocksIn } from '../clock-history.js';
import { grouped } from '../grouped.js';
import { fact, named, type LogEntry } from '../log-entry.js';
import { agencyWords } from '../words/agency-words.js';
import { counted, instantWords, said, spanWords } from '../words/said.js';
import { countOf, idsOf, isDone, seqsOf, type Evidence, type Finding, type Question } from './question.js';

/** Which referrals nobody confirmed in time, and which child waited longest for a bed. */
export const acknowledgedInTime: Question = {
  name: 'acknowledged-in-time',
  asks: said(
    'Rujukan mana yang tidak dikonfirmasi tepat waktu, dan anak mana yang paling lama menunggu tempat penampungan?',
    'Which referrals had no acknowledgement in time, and which child waited longest without a bed?',
  ),
  needsCase: false,
  leads: ['handoff.request', 'handoff.send', 'handoff.request-openly', 'handoff.refer-onward'],
  traces: [(found) => ({ records: [...idsOf(found, 'clock'), ...idsOf(found, 'handoff')] })],
  answer(evidence) {
    const late = clocksIn(evidence.all, 'referral-ack', evidence.now)
      .filter(({ verdict }) => verdict === 'late' || verdict === 'overdue')
      .map((clock): Finding => {
        const [who, due] = [agencyWords(evidence.agencies, clock.agency), instantWords(clock.due)];
        const isOver = clock.verdict === 'overdue';
        return {
          verdict: clock.verdict,
          says: said(
            `${who.id} ${isOver ? 'belum mengonfirmasi' : 'terlambat mengonfirmasi'} rujukan. Batas waktu: ${due.id}.`,
            `${who.en} ${isOver ? 'has not acknowledged' : 'was late to acknowledge'} a referral. Time limit: ${due.en}.`,
          ),
          seqs: seqsOf(...clock.entries),
          at: clock.due,
          ...(clock.agency === undefined ? {} : { agency: clock.agency }),
          ...(clock.case === undefined ? {} : { case: clock.case }),
        };
      });
    const [longest] = bedWaits(evidence).sort((one, other) => other.ms - one.ms);
    const bed = longest ? waitOf(longest) : undefined;
    const [count, never] = [late.length, countOf(late, 'overdue')];
    return {
      findings: bed ? [...late, bed] : late,
      says: said(
        `${count === 0 ? 'Semua rujukan dikonfirmasi tepat waktu.' : `${count} rujukan tidak dikonfirmasi tepat waktu, ${never} di antaranya belum juga.`} ${bed?.says.id ?? 'Tidak ada permintaan penampungan yang tercatat.'}`,
        `${count === 0 ? 'Each referral was acknowledged in time.' : `${counted(count, 'referral was', 'referrals were')} not acknowledged in time, ${never} of them not yet.`} ${bed?.says.en ?? 'No request for shelter is recorded.'}`,
      ),
    };
  },
};

interface Wait {
  readonly case: string;
  readonly ms: number;
  readonly entries: readonly LogEntry[];
  readonly isOver: boolean;
}

/** From the first request for shelter of a case to the first acceptance of one. */
function bedWaits({ leads, all, now }: Evidence): Wait[] {
  const asked = leads.filter(
    (entry) =>
      isDone(entry) && named(entry, 'handoff').some((one) => fact(one, 'service') === 'emergency-shelter'),
  );
  return [...grouped(asked, ({ subject }) => subject[0] ?? '')].map(([about, requests]) => {
    const handoffs = new Set(idsOf(requests, 'handoff'));
    const taken = all.find(
      (entry) =>
        entry.type === 'handoff.accept' &&
        isDone(entry) &&
        named(entry, 'handoff').some(({ id }) => handoffs.has(id)),
    );
    const end = taken ? Date.parse(taken.occurred) : now.getTime();
    return {
      case: about,
      ms: end - Date.parse(requests[0]!.occurred),
      entries: taken ? [...requests, taken] : requests,
      isOver: taken !== undefined,
    };
  });
}

function waitOf(wait: Wait): Finding {
  const span = spanWords(wait.ms);
  return {
    verdict: wait.isOver ? 'longest-wait' : 'longest-wait-lasts',
    says: said(
      `Penantian terlama akan tempat penampungan: ${span.id}${wait.isOver ? '' : ', dan masih menunggu'}.`,
      `The longest wait for a bed: ${span.en}${wait.isOver ? '' : ', and it lasts'}.`,
    ),
    seqs: seqsOf(...wait.entries),
    case: wait.case,
  };
}
