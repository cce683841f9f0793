import { fieldGroup, purposeOfUse } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { ToldPerson } from '../consents/consent.js';
import type { Disclosure } from './disclosure.js';
import { localTime } from '../local-time.js';

/** A line of the ledger with the receiver's name as people say it. */
export interface Told extends Pick<Disclosure, 'fieldGroups' | 'purpose' | 'disclosedAt' | 'lawfulBasis'> {
  readonly kind: Disclosure['kind'] | 'emergency';
  readonly shareProfile?: Disclosure['shareProfile'];
  readonly receiver: string;
  readonly until?: Date;
}

/** What is read out or handed over on paper. It names neither the child nor the case: papers lie around. */
export interface Statement {
  readonly title: string;
  readonly opening: string;
  readonly lines: readonly string[];
  readonly closing: string;
}

type Language = 'id' | 'en';

/** A suspect guardian hears nothing, and neither does whoever lives with one under the name of a parent. */
export const mayBeTold = (
  person: ToldPerson,
  { isGuardianSuspect }: { readonly isGuardianSuspect: boolean },
): Outcome<ToldPerson, 'guardian-is-suspect'> =>
  isGuardianSuspect && (person === 'parent' || person === 'guardian')
    ? refuse('guardian-is-suspect')
    : done(person);

/** Who got what, why, and until when, in words for whom it is about. */
export const statementFor = (person: ToldPerson, lines: readonly Told[], language: Language): Statement => ({
  ...frames[language],
  lines: lines.map((line) => sentences[language](worded(line, person, language))),
});

interface Worded {
  readonly receiver: string;
  readonly what: string;
  readonly why: string;
  /** As a word of the statement: by consent, under the law, in an emergency. */
  readonly ground: string;
  readonly since: string;
  readonly until?: string;
}

function worded(line: Told, person: ToldPerson, language: Language): Worded {
  const { until } = line;
  // Where she sleeps is hers to tell: others learn that there is a safe place, and not whose it is.
  const isHidden = line.shareProfile === 'shelter-placement' && person !== 'child';
  return {
    receiver: isHidden ? safePlace[language] : line.receiver,
    what: line.fieldGroups.map((group) => fieldGroup.display[group][language].toLowerCase()).join('; '),
    why: purposeOfUse.display[line.purpose][language].toLowerCase(),
    ground: grounds[language][groundOf(line)],
    since: localTime(line.disclosedAt).day,
    ...(until === undefined ? {} : { until: localTime(until).day }),
  };
}

const groundOf = ({ kind, lawfulBasis }: Told): 'consent' | 'law' | 'emergency' => {
  if (kind === 'emergency') return 'emergency';
  return lawfulBasis.code === 'consent' ? 'consent' : 'law';
};

const grounds = {
  id: { consent: 'dengan persetujuan', law: 'berdasarkan aturan', emergency: 'dalam keadaan darurat' },
  en: { consent: 'with consent', law: 'under the law', emergency: 'in an emergency' },
} as const;

const safePlace = { id: 'Tempat aman', en: 'A safe place' } as const;

const sentences: Record<Language, (line: Worded) => string> = {
  id: ({ receiver, what, why, ground, since, until }) =>
    `${receiver} mendapat ${what}, untuk ${why}, ${ground}, sejak ${since} ${until === undefined ? 'dan masih boleh membacanya' : `sampai ${until}`}.`,
  en: ({ receiver, what, why, ground, since, until }) =>
    `${receiver} got ${what}, for ${why}, ${ground}, from ${since} ${until === undefined ? 'and may still read it' : `until ${until}`}.`,
};

const frames: Record<Language, Omit<Statement, 'lines'>> = {
  id: {
    title: 'Siapa yang mengetahui apa tentangmu',
    opening: 'Di bawah ini semua instansi yang mendapat datamu, apa yang mereka dapat, dan untuk apa.',
    closing:
      'Kamu boleh bertanya, meminta perbaikan, dan menarik persetujuan kapan saja kepada pendampingmu.',
  },
  en: {
    title: 'Who knows what about you',
    opening: 'These are all the agencies that got your data, what they got, and what for.',
    closing:
      'You may ask, have it corrected, and take a consent back at any time: tell whoever cares for you.',
  },
};
