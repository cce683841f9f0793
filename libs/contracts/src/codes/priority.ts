import { codeList } from './code-list.js';

/** Urgency of a handoff (FHIR request-priority). */
export const priority = codeList('priority', {
  routine: { en: 'Routine', id: 'Biasa' },
  urgent: { en: 'Urgent', id: 'Mendesak' },
  asap: { en: 'As soon as possible', id: 'Sesegera mungkin' },
  stat: { en: 'Immediately', id: 'Segera' },
});
