import { codeList } from './code-list.js';

/** Who is told of a missed deadline, one after the other. */
export const escalationLevel = codeList('escalation-level', {
  supervisor: { en: 'Supervisor', id: 'Penyelia' },
  oversight: { en: 'Oversight', id: 'Pengawas' },
});
