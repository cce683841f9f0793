import { codeList } from './code-list.js';

/** How the consent was given: written or recorded, or it is void (UU 27/2022 article 22). */
export const consentForm = codeList('consent-form', {
  written: { en: 'On paper', id: 'Tertulis di kertas' },
  electronic: { en: 'Electronic', id: 'Elektronik' },
  recorded: { en: 'Recorded voice', id: 'Rekaman suara' },
});
