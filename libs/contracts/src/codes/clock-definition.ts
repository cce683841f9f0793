import { codeList } from './code-list.js';

/** Deadlines that the system watches (UU 12/2022 and local agreement). */
export const clockDefinition = codeList('clock-definition', {
  'police-report': { en: 'Forward to police within 3×24 hours', id: 'Teruskan ke kepolisian dalam 3×24 jam' },
  'handoff-answer': { en: 'Answer the handoff', id: 'Jawab rujukan' },
});
