import { codeList } from './code-list.js';

/** States of a consent (FHIR Consent.status). */
export const consentStatus = codeList('consent-status', {
  active: { en: 'Active', id: 'Berlaku' },
  inactive: { en: 'On record, covers nothing', id: 'Tercatat, tidak berlaku' },
  withdrawn: { en: 'Withdrawn', id: 'Dicabut' },
  expired: { en: 'Expired', id: 'Kedaluwarsa' },
  'entered-in-error': { en: 'Entered in error', id: 'Salah catat' },
});
