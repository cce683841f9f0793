import { codeList } from './code-list.js';

/** How a service that was accepted goes on, as the receiver tells the sender. */
export const feedbackProgress = codeList('feedback-progress', {
  'not-started': { en: 'Not started yet', id: 'Belum dimulai' },
  'on-track': { en: 'As planned', id: 'Sesuai rencana' },
  delayed: { en: 'Later than planned', id: 'Tertunda' },
  'needs-discussion': { en: 'We should talk about it', id: 'Perlu dibicarakan' },
});
