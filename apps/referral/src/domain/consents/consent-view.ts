import { toldNow, whyNotHeard, whyNotInForce, type Consent, type Subject } from './consent.js';

/** A consent as its custodian reads it, with whether it counts today and why not. */
export function consentView(consent: Consent, subject: Subject, now: Date) {
  const { caseId: _, textLanguage, textVersion, endedAt, ...said } = consent;
  const whyNot = whyNotInForce(consent, now) ?? whyNotHeard(consent, subject);
  return {
    ...said,
    told: toldNow(consent, subject),
    text: { language: textLanguage, version: textVersion },
    ...(endedAt ? { endedAt } : {}),
    counts: whyNot === undefined,
    ...(whyNot === undefined ? {} : { whyNot }),
  };
}
