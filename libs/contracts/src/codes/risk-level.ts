import { codeList } from './code-list.js';

/** Risk to the child now. `unassessed` is treated as `high` by every clock. */
export const riskLevel = codeList('risk-level', {
  high: { en: 'High', id: 'Tinggi' },
  medium: { en: 'Medium', id: 'Sedang' },
  low: { en: 'Low', id: 'Rendah' },
  unassessed: { en: 'Not assessed', id: 'Belum dinilai' },
});
