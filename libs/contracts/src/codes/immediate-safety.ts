import { codeList } from './code-list.js';

/** Is the child safe now? */
export const immediateSafety = codeList('immediate-safety', {
  safe: { en: 'Safe', id: 'Aman' },
  unsafe: { en: 'Not safe', id: 'Tidak aman' },
  unknown: { en: 'Unknown', id: 'Tidak diketahui' },
});
