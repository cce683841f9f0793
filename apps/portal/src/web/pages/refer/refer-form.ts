import {
  shareProfiles,
  type AgencyType,
  type CitedUse,
  type ServiceType,
  type ShareProfile,
  type ShareProfileCode,
} from '@rujukan/contracts';
import type { ChildNeed } from '../../data/cases.js';
import type { NewHandoff } from '../../data/handoffs.js';
import type { Need } from '../../data/providers.js';
import { emptyConsent, type ConsentForm } from './consent-form.js';

export interface ReferForm {
  serviceType: string;
  /** Of a referral: the service, which names its agency. */
  serviceId: string;
  agencyId: string;
  shareProfile: string;
  /** What the directory is asked with; nothing of it is sent. */
  ageBand: string;
  sex: string;
  areaCode: string;
  languages: readonly string[];
  hasDisability: boolean;
  basis: string;
  /** What was answered, where consent is the basis. */
  consent: ConsentForm;
  article: string;
  /** Why data may travel although consent was refused; for the second person, and not sent with the handoff. */
  overrideReason: string;
  purpose: string;
  priority: string;
  note: string;
  isUnderstood: boolean;
}

const known = (code = ''): string => (code === 'unknown' ? '' : code);

/** Begins with what is known of the child, so that the directory answers for this child. */
export const emptyReferral = (serviceType: string, child?: ChildNeed): ReferForm => ({
  serviceType,
  serviceId: '',
  agencyId: '',
  shareProfile: '',
  ageBand: known(child?.ageBand),
  sex: known(child?.sex),
  areaCode: child?.areaCode ?? '',
  languages: child?.languages ?? [],
  hasDisability: child?.hasDisability ?? false,
  basis: '',
  consent: { ...emptyConsent },
  article: '',
  overrideReason: '',
  purpose: '',
  priority: '',
  note: '',
  isUnderstood: false,
});

/** What the directory is asked with. */
export const toNeed = ({
  serviceType,
  ageBand,
  sex,
  areaCode,
  languages,
  hasDisability,
}: ReferForm): Need => ({
  serviceType,
  ageBand,
  sex,
  areaCode,
  languages,
  hasDisability,
});

const profiles: readonly ShareProfile[] = Object.values(shareProfiles);

/** Profiles that fit a service. Most have one; where there are several, the sender chooses. */
export const profilesFor = (serviceType: string): readonly ShareProfile[] =>
  profiles.filter((profile) => profile.serviceTypes.includes(serviceType as ServiceType));

/** Services that data may travel for: the others have no profile, and so no referral. */
export const referableServices: readonly ServiceType[] = [
  ...new Set(profiles.flatMap((profile) => profile.serviceTypes)),
];

/** A transfer hands over the whole case to an agency that will manage it. */
export const transferService = 'case-management';

const ofTransfer = { serviceType: transferService, shareProfile: 'case-transfer' } as const;

export const profileOf = (form: ReferForm, isTransfer: boolean): ShareProfile | undefined => {
  const code = isTransfer
    ? ofTransfer.shareProfile
    : form.shareProfile || profilesFor(form.serviceType)[0]?.code;
  return profiles.find((profile) => profile.code === code);
};

/** What of the handoff decides which articles may be cited for it. */
export function citedUseOf(form: ReferForm, isTransfer: boolean, receiverType?: AgencyType): CitedUse {
  const profile = profileOf(form, isTransfer);
  return {
    ...(profile === undefined ? {} : { shareProfile: profile.code as ShareProfileCode }),
    serviceType: isTransfer ? ofTransfer.serviceType : (form.serviceType as ServiceType),
    ...(receiverType === undefined ? {} : { receiverType }),
  };
}

/** What is sent. Codes were chosen from their lists. */
export function toHandoff(form: ReferForm, caseId: string, isTransfer: boolean): NewHandoff {
  const article = form.article.trim();
  const note = form.note.trim();
  return {
    caseId,
    kind: isTransfer ? 'transfer' : 'referral',
    to: { agencyId: form.agencyId, ...(form.serviceId ? { serviceId: form.serviceId } : {}) },
    serviceType: isTransfer ? ofTransfer.serviceType : (form.serviceType as ServiceType),
    shareProfile: (profileOf(form, isTransfer)?.code ?? '') as ShareProfileCode,
    lawfulBasis: {
      code: form.basis as NewHandoff['lawfulBasis']['code'],
      ...(article ? { article } : {}),
    },
    purpose: form.purpose.trim(),
    priority: form.priority as NewHandoff['priority'],
    ...(note ? { note } : {}),
  };
}
