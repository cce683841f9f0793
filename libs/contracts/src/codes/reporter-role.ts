import { codeList } from './code-list.js';

/** Who reports. */
export const reporterRole = codeList('reporter-role', {
  child: { en: 'Child', id: 'Anak' },
  'parent-guardian': { en: 'Parent or guardian', id: 'Orang tua atau wali' },
  relative: { en: 'Relative', id: 'Kerabat' },
  teacher: { en: 'Teacher', id: 'Guru' },
  'health-worker': { en: 'Health worker', id: 'Tenaga kesehatan' },
  peer: { en: 'Peer', id: 'Teman sebaya' },
  citizen: { en: 'Member of the public', id: 'Warga' },
  platform: { en: 'Platform operator', id: 'Penyelenggara platform' },
  officer: { en: 'Officer', id: 'Petugas' },
});
