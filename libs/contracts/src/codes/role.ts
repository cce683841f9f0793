import { codeList } from './code-list.js';

/** Roles of workers inside an agency. */
export const roleName = codeList('role', {
  'intake-officer': { en: 'Intake officer', id: 'Petugas pengaduan' },
  'case-manager': { en: 'Case manager', id: 'Manajer kasus' },
  'case-worker': { en: 'Case worker', id: 'Pendamping' },
  'social-worker': { en: 'Social worker', id: 'Pekerja sosial' },
  psychologist: { en: 'Psychologist', id: 'Psikolog' },
  investigator: { en: 'Investigator', id: 'Penyidik' },
  'probation-officer': { en: 'Probation officer', id: 'PK Bapas' },
  'health-provider': { en: 'Health provider', id: 'Tenaga kesehatan' },
  'shelter-manager': { en: 'Shelter manager', id: 'Pengelola rumah aman' },
  'legal-counsel': { en: 'Legal counsel', id: 'Penasihat hukum' },
  supervisor: { en: 'Supervisor', id: 'Penyelia' },
  'oversight-commissioner': { en: 'Oversight commissioner', id: 'Komisioner pengawas' },
  auditor: { en: 'Auditor', id: 'Auditor' },
  'data-officer': { en: 'Data officer', id: 'Petugas data' },
  dpo: { en: 'Data protection officer', id: 'Pejabat pelindungan data' },
  researcher: { en: 'Researcher', id: 'Peneliti' },
  'agency-admin': { en: 'Agency administrator', id: 'Admin instansi' },
  'platform-admin': { en: 'System administrator', id: 'Admin sistem' },
  'agency-system': { en: 'Agency system', id: 'Sistem instansi' },
});
