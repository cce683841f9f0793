import { purposeOfUse } from '@rujukan/contracts';
import type { LogEntry } from '../log-entry.js';
import { openAt, relationsOf, relationTypes } from '../relations.js';
import { actorWords, displayOf } from '../words/agency-words.js';
import { counted, instantWords, said } from '../words/said.js';
import { sealedFieldsOf } from '../sealed-fields.js';
import { casesOf, countOf, isDone, seqsOf, type Evidence, type Finding, type Question } from './question.js';

/** Who opened what is sealed, what for, and whether they had to do with the case then. */
export const sealedOpened: Question = {
  name: 'sealed-opened',
  asks: said(
    'Siapa yang membuka bagian tertutup kasus ini, untuk keperluan apa, dari instansi mana, dan apakah saat itu ada hubungan yang berlaku?',
    'Who opened sealed parts of this case, for which purpose, from which agency, and was there an open relationship then?',
  ),
  needsCase: true,
  leads: [
    'case.read',
    'support.read',
    'report.read',
    'handoff.read',
    'handoff.read-feedback',
    'consent.read',
  ],
  traces: [(found) => ({ cases: casesOf(found) })],
  answer(evidence) {
    const findings = evidence.leads.filter(isDone).flatMap((read) => findingsOf(read, evidence));
    const without = countOf(findings, 'without-relationship');
    const emergency = countOf(findings, 'within-emergency');
    return {
      findings,
      says:
        findings.length === 0
          ? said('Tidak ada yang membuka bagian tertutup.', 'Nobody opened a sealed part.')
          : said(
              `Bagian tertutup dibuka ${findings.length} kali, ${without === 0 ? 'selalu dengan hubungan yang berlaku' : `${without} kali tanpa hubungan yang tercatat`}.${emergency === 0 ? '' : ` ${emergency} kali dalam akses darurat.`}`,
              `Sealed parts were opened ${counted(findings.length, 'time', 'times')}, ${without === 0 ? 'always within an open relationship' : `${counted(without, 'time', 'times')} without one on record`}.${emergency === 0 ? '' : ` ${counted(emergency, 'time', 'times')} in an emergency.`}`,
            ),
    };
  },
};

const grounds = {
  open: {
    verdict: 'within-relationship',
    says: said('dengan hubungan yang berlaku', 'within an open relationship'),
  },
  emergency: {
    verdict: 'within-emergency',
    says: said('dalam akses darurat yang dibukanya sendiri', 'within an emergency access of its own'),
  },
  none: {
    verdict: 'without-relationship',
    says: said('tanpa hubungan yang berlaku', 'without an open relationship'),
  },
} as const;

function findingsOf(read: LogEntry, { all, agencies }: Evidence): Finding[] {
  const fields = sealedFieldsOf(read);
  if (fields.length === 0) return [];
  const relations = relationsOf(
    all.filter(({ type }) => relationTypes.includes(type)),
    read.src,
  );
  return read.subject.map((one) => {
    const open = openAt(relations, read.actor.org, one, read.occurred);
    const who = actorWords(agencies, read);
    const purpose = displayOf(purposeOfUse, read.purpose ?? '');
    const when = instantWords(read.occurred);
    const relation = open.find(({ basis }) => basis !== 'emergency') ?? open[0];
    const ground = grounds[relation?.basis === 'emergency' ? 'emergency' : relation ? 'open' : 'none'];
    return {
      verdict: ground.verdict,
      says: said(
        `${who.id} membuka ${fields.length} bagian tertutup pada ${when.id} untuk ${purpose.id.toLowerCase()}, ${ground.says.id}.`,
        `${who.en} opened ${fields.length} sealed parts on ${when.en} for ${purpose.en.toLowerCase()}, ${ground.says.en}.`,
      ),
      seqs: seqsOf(read, ...(relation?.entries ?? [])),
      case: one,
      at: read.occurred,
      fields,
      ...(read.actor.org === undefined ? {} : { agency: read.actor.org }),
    };
  });
}
