import { fact, named, type LogEntity, type LogEntry } from '../log-entry.js';
import { present } from '../present.js';
import { agencyWords } from '../words/agency-words.js';
import { counted, inBoth, instantWords, said, type Said } from '../words/said.js';
import { countOf, idsOf, isDone, seqsOf, type Evidence, type Finding, type Question } from './question.js';

/** What stood against a consent at the moment of a disclosure. */
const faults: Readonly<Record<string, Said>> = {
  'not-on-record': said('persetujuannya tidak tercatat sebelumnya', 'the consent is not on record before it'),
  'not-active': said('persetujuannya tidak berlaku', 'the consent was not in force'),
  'outside-period': said('di luar masa berlakunya', 'it was outside its period'),
  withdrawn: said(
    'persetujuannya sudah dicabut atau berakhir',
    'the consent had been withdrawn or had ended',
  ),
  'guardian-is-suspect': said(
    'yang menyetujui adalah wali, sedangkan wali adalah terduga',
    'it was given by a guardian, and the guardian is a suspect',
  ),
};

/** Which disclosures rest on consent, and whether it carried them at that moment. */
export const consentValid: Question = {
  name: 'consent-valid',
  asks: said(
    'Pembukaan data mana yang bersandar pada persetujuan, dan apakah persetujuan itu sah saat itu (versi, orang, wali bukan terduga)?',
    'Which disclosures rest on consent, and was the consent valid (version, person, guardian not suspect) at that moment?',
  ),
  needsCase: false,
  leads: ['handoff.accept'],
  traces: [(found) => ({ records: consentsOf(found) })],
  answer(evidence) {
    const findings = evidence.leads
      .filter((entry) => isDone(entry) && entry.authz?.lawfulBasis === 'consent' && entry.disclosure)
      .map((entry) => findingOf(entry, evidence));
    const invalid = findings.length - countOf(findings, 'valid');
    return {
      findings,
      says:
        findings.length === 0
          ? said(
              'Tidak ada pembukaan data yang bersandar pada persetujuan.',
              'No disclosure rests on consent.',
            )
          : said(
              `${findings.length} pembukaan data bersandar pada persetujuan; ${invalid === 0 ? 'semuanya sah saat itu' : `${invalid} tidak sah atau tidak dapat dipastikan`}.`,
              `${counted(findings.length, 'disclosure rests', 'disclosures rest')} on consent; ${invalid === 0 ? 'each was valid at that moment' : `${invalid} were not valid or cannot be told`}.`,
            ),
    };
  },
};

const consentsOf = (entries: readonly LogEntry[]): string[] => [
  ...idsOf(entries, 'consent'),
  ...entries.flatMap(({ entity }) => entity.flatMap((one) => fact(one, 'consent') ?? [])),
];

function findingOf(accepted: LogEntry, { all, agencies }: Evidence): Finding {
  const [consent] = consentsOf([accepted]);
  const about = all.filter(
    (entry) => isDone(entry) && named(entry, 'consent').some(({ id }) => id === consent),
  );
  const found = consent === undefined ? ['not-on-record'] : faultsOf(about, accepted.occurred);
  const [to, when] = [agencyWords(agencies, accepted.disclosure?.toOrg), instantWords(accepted.occurred)];
  const why = verdictWords(about, found);
  return present<Finding>({
    verdict: found[0] ?? 'valid',
    says: said(
      `Pembukaan kepada ${to.id} pada ${when.id}: ${why.id}.`,
      `Disclosure to ${to.en} on ${when.en}: ${why.en}.`,
    ),
    seqs: seqsOf(accepted, ...about),
    at: accepted.occurred,
    case: accepted.subject[0],
    agency: accepted.disclosure?.toOrg,
  });
}

function verdictWords(about: readonly LogEntry[], found: readonly string[]): Said {
  if (found.length > 0)
    return inBoth((language) => found.map((code) => faults[code]?.[language] ?? code).join('; '));
  const versions = about.flatMap((entry) => named(entry, 'consent').flatMap(({ version }) => version ?? []));
  const version = versions[0] ?? 1;
  return said(
    `persetujuan (versi ${version}) sah saat itu`,
    `the consent (version ${version}) was valid then`,
  );
}

function faultsOf(about: readonly LogEntry[], at: string): string[] {
  const recorded = about.find(({ type, occurred }) => type === 'consent.record' && occurred <= at);
  const terms = recorded && named(recorded, 'consent')[0];
  if (!terms) return ['not-on-record'];
  const standing: readonly (readonly [string, boolean])[] = [
    ['not-active', fact(terms, 'status') !== 'active'],
    ['outside-period', isOutside(terms, at)],
    ['withdrawn', about.some(({ type, occurred }) => endings.includes(type) && occurred <= at)],
    ['guardian-is-suspect', isByHome(terms) && about.some(tellsOfSuspect)],
  ];
  return standing.flatMap(([code, isSo]) => (isSo ? [code] : []));
}

const endings: readonly string[] = ['consent.withdraw', 'consent.expire'];

function isOutside(terms: LogEntity, at: string): boolean {
  const [from, to] = [fact(terms, 'validFrom'), fact(terms, 'validTo')];
  return from !== undefined && to !== undefined && (at < from || at >= to);
}

const isByHome = (terms: LogEntity): boolean =>
  ['by-parent', 'by-guardian'].includes(fact(terms, 'givenBy') ?? '');

const tellsOfSuspect = (entry: LogEntry): boolean =>
  named(entry, 'consent').some((one) => one.facts?.['isGuardianSuspect'] === true);
