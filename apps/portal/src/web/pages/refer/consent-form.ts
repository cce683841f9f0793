import { consentTexts, type ShareProfile } from '@rujukan/contracts';
import type { Consent, Giver, NewConsent, Relation } from '../../data/consents.js';

export interface ConsentForm {
  isGiven: string;
  givenBy: string;
  relation: string;
  childAssent: string;
  form: string;
  evidence: string;
  textLanguage: string;
  days: string;
}

export const emptyConsent: ConsentForm = {
  isGiven: '',
  givenBy: '',
  relation: '',
  childAssent: '',
  form: '',
  evidence: '',
  textLanguage: 'id',
  days: '90',
};

/** Who can speak in which part: an aunt is no parent, and nobody is the child but the child. */
const relationsOf: Readonly<Record<Giver, readonly Relation[]>> = {
  'by-child': ['self'],
  'by-parent': ['mother', 'father'],
  'by-guardian': ['step-parent', 'grandparent', 'sibling', 'relative', 'foster-carer', 'appointed-guardian'],
  'by-safe-adult': ['grandparent', 'sibling', 'relative', 'foster-carer'],
  'by-social-service': ['official'],
  'by-court': ['official'],
};

export const relationsFor = (giver: string): readonly Relation[] =>
  Object.hasOwn(relationsOf, giver) ? relationsOf[giver as Giver] : [];

/** What this handoff needs a consent for. */
export interface Wanted {
  readonly agencyId: string;
  readonly profile: Pick<ShareProfile, 'purpose' | 'fieldGroups'>;
}

/** The consent that carries it today, if there is one. The service decides; this only says so before. */
export const covering = (consents: readonly Consent[], { agencyId, profile }: Wanted): Consent | undefined =>
  consents.find(
    ({ counts, recipients, purposes, fieldGroups }) =>
      counts &&
      recipients.includes(agencyId) &&
      purposes.includes(profile.purpose) &&
      profile.fieldGroups.every((group) => fieldGroups.includes(group)),
  );

const day = 86_400_000;
/** The clocks of two machines never agree to the second. */
const slack = 60_000;

/** No wider than what is about to be sent: this agency, this purpose, these data. */
export function toConsent(form: ConsentForm, { agencyId, profile }: Wanted, now: Date): NewConsent {
  const text = consentTexts.findLast(({ language }) => language === form.textLanguage);
  return {
    isGiven: form.isGiven === 'yes',
    givenBy: form.givenBy as Giver,
    relation: form.relation as Relation,
    childAssent: form.childAssent as NewConsent['childAssent'],
    purposes: [profile.purpose],
    recipients: [agencyId],
    told: [],
    fieldGroups: profile.fieldGroups,
    text: { language: form.textLanguage, version: text?.version ?? 1 },
    form: form.form as NewConsent['form'],
    evidence: form.evidence.trim(),
    validFrom: new Date(now.getTime() - slack).toISOString(),
    validTo: new Date(now.getTime() + Number(form.days) * day).toISOString(),
  };
}
