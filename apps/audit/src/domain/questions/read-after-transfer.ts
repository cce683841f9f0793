import type { LogEntry } from '../log-entry.js';
import { custodyMoves, instantOf, openAt, relationsOf, relationTypes } from '../relations.js';
import { actorWords, agencyWords } from '../words/agency-words.js';
import { actWords } from '../words/act-words.js';
import { counted, instantWords, said } from '../words/said.js';
import { casesOf, countOf, seqsOf, type Evidence, type Finding, type Question } from './question.js';

/** Whether whoever gave a case away looked at it afterwards. */
export const readAfterTransfer: Question = {
  name: 'read-after-transfer',
  asks: said(
    'Setelah kasus beralih, apakah instansi lama masih membaca sesuatu?',
    'After a transfer, did the old agency read anything?',
  ),
  needsCase: false,
  leads: ['handoff.accept', 'custody.sign-rollback'],
  traces: [(found) => ({ cases: casesOf(movesAmong(found).flatMap(({ entries }) => entries)) })],
  answer(evidence) {
    const moves = movesAmong(evidence.leads);
    const findings = moves.flatMap((move) => findingsOf(move, evidence));
    const [read, refused] = [countOf(findings, 'read'), countOf(findings, 'turned-away')];
    const receipts = countOf(findings, 'receipt-seen');
    return {
      findings,
      says:
        moves.length === 0
          ? said('Tidak ada kasus yang beralih.', 'No case was transferred.')
          : said(
              `${moves.length} kasus beralih. Instansi lama ${read === 0 ? 'tidak membaca apa pun sesudahnya' : `membaca ${read} kali sesudahnya`}${refused === 0 ? '' : ` dan ditolak ${refused} kali`}.${receipts === 0 ? '' : ` Tanda terimanya, yang memang disimpannya, dilihat ${receipts} kali.`}`,
              `${counted(moves.length, 'case was', 'cases were')} transferred. The old agency ${read === 0 ? 'read nothing afterwards' : `read ${counted(read, 'time', 'times')} afterwards`}${refused === 0 ? '' : ` and was turned away ${counted(refused, 'time', 'times')}`}.${receipts === 0 ? '' : ` The receipt, which it keeps, was looked at ${counted(receipts, 'time', 'times')}.`}`,
            ),
    };
  },
};

/** What a party of a handoff keeps when the case has gone: its lists, and the handoff itself as a receipt. */
const receiptTypes: readonly string[] = ['handoff.list', 'handoff.read', 'handoff.read-timeline', 'handoff.read-clocks', 'handoff.read-proofs', 'notification.list']; // prettier-ignore

function verdictOf({ outcome, type }: LogEntry, isRelated: boolean): string {
  if (outcome === 'denied') return 'turned-away';
  if (receiptTypes.includes(type)) return 'receipt-seen';
  return isRelated ? 'read-under-new-relationship' : 'read';
}

type Move = ReturnType<typeof custodyMoves>[number];

const movesAmong = (entries: readonly LogEntry[]): Move[] =>
  custodyMoves(entries.filter(({ type }) => type !== 'custody.move'));

function findingsOf(move: Move, { all, agencies }: Evidence): Finding[] {
  const moved =
    custodyMoves(all).find((one) => one.to === move.to && one.case === move.case)?.entries ?? move.entries;
  return all
    .filter(
      (entry) =>
        entry.action === 'R' &&
        entry.actor.org === move.from &&
        entry.subject.includes(move.case) &&
        entry.occurred > instantOf(moved, entry.src)!,
    )
    .map((entry) => {
      const open = openAt(
        relationsOf(
          all.filter(({ type }) => relationTypes.includes(type)),
          entry.src,
        ),
        move.from,
        move.case,
        entry.occurred,
      ).filter(({ basis }) => basis !== 'asked');
      const [who, act, when] = [actorWords(agencies, entry), actWords(entry), instantWords(entry.occurred)];
      const isDenied = entry.outcome === 'denied';
      const to = agencyWords(agencies, move.to);
      return {
        verdict: verdictOf(entry, open.length > 0),
        says: said(
          `${who.id} ${isDenied ? 'ditolak ketika hendak ' : ''}${act.id} pada ${when.id}, setelah kasus beralih ke ${to.id}${open.length > 0 ? ', dengan hubungan baru yang berlaku' : ''}.`,
          `${who.en} ${isDenied ? 'was turned away' : act.en} on ${when.en}, after the case had gone to ${to.en}${open.length > 0 ? ', within a new relationship' : ''}.`,
        ),
        seqs: seqsOf(...moved, entry),
        case: move.case,
        agency: move.from,
        at: entry.occurred,
      };
    });
}
