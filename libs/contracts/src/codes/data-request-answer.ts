import { codeList } from './code-list.js';

/** How a request was answered. */
export const dataRequestAnswer = codeList('data-request-answer', {
  granted: { en: 'Granted', id: 'Dikabulkan' },
  partly: { en: 'Granted in part', id: 'Dikabulkan sebagian' },
  refused: { en: 'Refused', id: 'Ditolak' },
});
