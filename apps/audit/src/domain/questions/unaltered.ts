import type { LogEntry } from '../log-entry.js';
import type { ChainCheck } from '../chain.js';
import { actWords } from '../words/act-words.js';
import { actorWords } from '../words/agency-words.js';
import { instantWords, said } from '../words/said.js';
import { isDone, seqsOf, type Evidence, type Finding, type Question } from './question.js';

/** Rules under which something may be deleted. */
const lawful: readonly string[] = ['ended-without-acceptance', 'retention', 'lawful-erasure'];

/** Whether entries are what they were when they were written, and whether anything was deleted that should not be. */
export const unaltered: Question = {
  name: 'unaltered',
  asks: said(
    'Apakah ada catatan yang diubah atau dihapus di luar aturan retensi? Apakah rantainya terbukti utuh?',
    'Was any record altered or deleted outside the retention rule? Does the chain verify?',
  ),
  needsCase: true,
  checksChain: true,
  leads: [],
  traces: [],
  answer(evidence) {
    const deletions = evidence.leads
      .filter((entry) => isDone(entry) && entry.action === 'D' && entry.type !== 'access.revoke')
      .map((entry) => deletionOf(entry, evidence));
    const chain = evidence.chain ? chainFindings(evidence.chain) : [];
    const wrong = deletions.filter(({ verdict }) => verdict === 'deleted-outside-rule').length;
    const rule = said(
      wrong === 0
        ? 'Tidak ada penghapusan di luar aturan retensi.'
        : `${wrong} penghapusan di luar aturan retensi.`,
      wrong === 0
        ? 'Nothing was deleted outside the retention rule.'
        : `${wrong} deletions outside the retention rule.`,
    );
    const [found] = chain;
    return {
      findings: [...chain, ...deletions],
      says: said(`${found?.says.id ?? ''} ${rule.id}`.trim(), `${found?.says.en ?? ''} ${rule.en}`.trim()),
    };
  },
};

function chainFindings({ size, isSigned, proved, altered, later }: ChainCheck): Finding[] {
  const head = isSigned
    ? said(`kepala log bertanda tangan (${size} catatan)`, `the signed head of the log (${size} entries)`)
    : said(
        `pohon log yang belum ditandatangani (${size} catatan)`,
        `the tree of the log, not signed yet (${size} entries)`,
      );
  const whole: Finding = {
    verdict: altered.length === 0 ? 'chain-verifies' : 'chain-broken',
    says:
      altered.length === 0
        ? said(
            `${proved.length} catatan dihitung ulang dan cocok dengan ${head.id}; ${later.length} lebih baru dari itu.`,
            `${proved.length} entries were recomputed and agree with ${head.en}; ${later.length} are newer than it.`,
          )
        : said(
            `${altered.length} catatan TIDAK cocok dengan ${head.id}: isinya telah berubah atau hilang.`,
            `${altered.length} entries do NOT agree with ${head.en}: they were changed or are gone.`,
          ),
    seqs: altered.length === 0 ? proved : altered,
  };
  return [whole];
}

function deletionOf(entry: LogEntry, { agencies }: Evidence): Finding {
  const isLawful = lawful.includes(entry.authz?.policyId ?? '');
  const [who, act, when] = [actorWords(agencies, entry), actWords(entry), instantWords(entry.occurred)];
  return {
    verdict: isLawful ? 'deleted-by-rule' : 'deleted-outside-rule',
    says: said(
      `${who.id} ${act.id} pada ${when.id}, ${isLawful ? 'menurut aturan' : 'di luar aturan retensi'}.`,
      `${who.en} ${act.en} on ${when.en}, ${isLawful ? 'as the rule says' : 'outside the retention rule'}.`,
    ),
    seqs: seqsOf(entry),
    at: entry.occurred,
    ...(entry.subject[0] === undefined ? {} : { case: entry.subject[0] }),
  };
}
