import type {
  childAssent,
  CodeOf,
  consentForm,
  consentGiver,
  consentStatus,
  FieldGroup,
  giverRelation,
  purposeOfUse,
  toldPerson,
} from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId, ConsentId } from '../ids.js';

export type ConsentGiver = CodeOf<typeof consentGiver>;
export type GiverRelation = CodeOf<typeof giverRelation>;
/** Who can speak in which part: an aunt is no parent, and nobody is the child but the child. */
export const relationsOf: Readonly<Record<ConsentGiver, readonly GiverRelation[]>> = {
  'by-child': ['self'],
  'by-parent': ['mother', 'father'],
  'by-guardian': ['step-parent', 'grandparent', 'sibling', 'relative', 'foster-carer', 'appointed-guardian'],
  'by-safe-adult': ['grandparent', 'sibling', 'relative', 'foster-carer'],
  'by-social-service': ['official'],
  'by-court': ['official'],
};

export type Purpose = CodeOf<typeof purposeOfUse>;
export type ToldPerson = CodeOf<typeof toldPerson>;

/** What somebody was asked, and what they said. */
export interface Statement {
  /** False: they said no, which is worth as much as a yes. */
  readonly isGiven: boolean;
  readonly givenBy: ConsentGiver;
  readonly relation: GiverRelation;
  readonly childAssent: CodeOf<typeof childAssent>;
  readonly purposes: readonly Purpose[];
  /** Agencies that may receive data. */
  readonly recipients: readonly AgencyId[];
  /** People who may be told how it goes. */
  readonly told: readonly ToldPerson[];
  readonly fieldGroups: readonly FieldGroup[];
  /** ISO 639, of the text that was read out. */
  readonly textLanguage: string;
  readonly textVersion: number;
  readonly form: CodeOf<typeof consentForm>;
  readonly validFrom: Date;
  readonly validTo: Date;
}

export interface Consent extends Statement {
  readonly id: ConsentId;
  readonly caseId: CaseId;
  readonly version: number;
  readonly status: CodeOf<typeof consentStatus>;
  readonly recordedBy: AgencyId;
  readonly recordedAt: Date;
  /** When it was withdrawn, found to be an error, or ran out. */
  readonly endedAt?: Date;
}

/** What decides whose word counts. */
export interface Subject {
  /** Documented to be 18. */
  readonly isAdult: boolean;
  readonly isGuardianSuspect: boolean;
}

/** What a handoff would need a consent for. */
export interface Wanted {
  readonly to: AgencyId;
  readonly purpose: Purpose;
  readonly fieldGroups: readonly FieldGroup[];
}

export type RecordRefusal = 'consent-giver-not-entitled' | 'guardian-is-suspect' | 'consent-period-invalid';

export type CoverRefusal =
  | 'basis-missing'
  | 'consent-expired'
  | 'consent-not-yet-valid'
  | 'consent-withdrawn'
  | 'consent-giver-not-entitled'
  | 'guardian-is-suspect'
  | 'consent-does-not-cover';

const longest = 366 * 86_400_000;

/** Puts on record what was said. A no, or a yes against the child's own word, is kept and covers nothing. */
export function record(
  birth: Pick<Consent, 'id' | 'caseId' | 'recordedBy'>,
  statement: Statement,
  subject: Subject,
  now: Date,
): Outcome<Consent, RecordRefusal> {
  const { validFrom, validTo, isGiven, childAssent } = statement;
  const refusal = whyNotHeard(statement, subject) ?? whyNotTold(statement, subject);
  if (refusal) return refuse(refusal);
  if (validTo <= validFrom || validTo <= now || validTo.getTime() - validFrom.getTime() > longest)
    return refuse('consent-period-invalid');
  const isInForce = isGiven && childAssent !== 'refused';
  return done({
    ...birth,
    ...statement,
    version: 1,
    status: isInForce ? 'active' : 'inactive',
    recordedAt: now,
  });
}

/** A child may say no at any age and yes from 18 on; from then on nobody but a court says it for her. */
export function whyNotHeard(
  { isGiven, givenBy }: Pick<Statement, 'isGiven' | 'givenBy'>,
  subject: Subject,
): 'consent-giver-not-entitled' | 'guardian-is-suspect' | undefined {
  if (subject.isAdult)
    return givenBy === 'by-child' || givenBy === 'by-court' ? undefined : 'consent-giver-not-entitled';
  if (givenBy === 'by-child') return isGiven ? 'consent-giver-not-entitled' : undefined;
  return subject.isGuardianSuspect && isOfHome(givenBy) ? 'guardian-is-suspect' : undefined;
}

// The flag does not say which adult of the home it is about, so it silences all of them.
const isOfHome = (giver: ConsentGiver): boolean => giver === 'by-parent' || giver === 'by-guardian';

const whyNotTold = ({ told }: Statement, { isGuardianSuspect }: Subject) =>
  isGuardianSuspect && told.some((one) => one === 'parent' || one === 'guardian')
    ? 'guardian-is-suspect'
    : undefined;

/** People who may be told now: a guardian who became a suspect is on no list any more. */
export const toldNow = (consent: Consent, { isGuardianSuspect }: Subject): readonly ToldPerson[] =>
  isGuardianSuspect ? consent.told.filter((one) => one === 'child' || one === 'safe-adult') : consent.told;

/** @returns why the consent does not carry what is wanted; undefined when it does. */
export function whyNotCovered(
  consent: Consent,
  wanted: Wanted,
  subject: Subject,
  now: Date,
): CoverRefusal | undefined {
  return whyNotInForce(consent, now) ?? whyNotHeard(consent, subject) ?? whyNotWide(consent, wanted);
}

/** @returns why it carries nothing today, whatever is wanted. */
export function whyNotInForce(consent: Consent, now: Date): CoverRefusal | undefined {
  switch (consent.status) {
    case 'withdrawn':
    case 'entered-in-error':
      return 'consent-withdrawn';
    case 'inactive':
      return 'consent-does-not-cover';
    case 'expired':
      return 'consent-expired';
    case 'active':
      if (now >= consent.validTo) return 'consent-expired';
      return now < consent.validFrom ? 'consent-not-yet-valid' : undefined;
  }
}

const whyNotWide = (consent: Consent, wanted: Wanted): CoverRefusal | undefined =>
  speaksOf(consent, wanted) && wanted.fieldGroups.every((group) => consent.fieldGroups.includes(group))
    ? undefined
    : 'consent-does-not-cover';

/** It was asked about this agency and this purpose, whatever the answer was. */
export const speaksOf = ({ recipients, purposes }: Consent, { to, purpose }: Wanted): boolean =>
  recipients.includes(to) && purposes.includes(purpose);

export interface End {
  readonly by: ConsentGiver;
  readonly reason: 'withdrawn' | 'entered-in-error';
}

export type EndRefusal = 'consent-not-active' | 'consent-giver-not-entitled' | 'guardian-is-suspect';

/** Taken back. Also after its period: the copies that were made under it are still there. */
export function end(
  consent: Consent,
  { by, reason }: End,
  subject: Subject,
  now: Date,
): Outcome<Consent, EndRefusal> {
  if (consent.status !== 'active' && consent.status !== 'expired') return refuse('consent-not-active');
  // A mistake of the agency's own needs nobody's word; the child's no counts at any age.
  const refusal = reason === 'withdrawn' ? whyNotHeard({ isGiven: false, givenBy: by }, subject) : undefined;
  return refusal ? refuse(refusal) : done(ended(consent, reason, now));
}

/** @returns undefined while it has not run out, or when it has ended before. */
export const expire = (consent: Consent, now: Date): Consent | undefined =>
  consent.status === 'active' && consent.validTo <= now ? ended(consent, 'expired', now) : undefined;

const ended = (consent: Consent, status: Consent['status'], now: Date): Consent => ({
  ...consent,
  version: consent.version + 1,
  status,
  endedAt: now,
});
