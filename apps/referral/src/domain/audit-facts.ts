import type { Consent } from './consents/consent.js';
import type { Handoff, StepReason } from './handoffs/handoff.js';

/** What the log must know of a handoff to answer for it later: who asked whom, for what, until when, on which consent. */
export const factsOfHandoff = ({ terms, progress }: Handoff, why?: StepReason) => ({
  from: terms.from,
  to: terms.to,
  kind: terms.kind,
  service: terms.serviceType,
  state: progress.status,
  due: terms.dueAt.toISOString(),
  ...(terms.lawfulBasis.consentId === undefined ? {} : { consent: terms.lawfulBasis.consentId }),
  ...(why === undefined ? {} : { why }),
});

/** What the log must know of a consent to tell later whether it carried a disclosure at that moment. */
export const factsOfConsent = (
  { status, givenBy, validFrom, validTo }: Consent,
  isGuardianSuspect?: boolean,
) => ({
  status,
  givenBy,
  validFrom: validFrom.toISOString(),
  validTo: validTo.toISOString(),
  ...(isGuardianSuspect === undefined ? {} : { isGuardianSuspect }),
});
