import { codeList } from './code-list.js';

/** Why a deadline that the law sets was missed. */
export const lateReason = codeList('late-reason', {
  'child-safety-first': { en: 'The child had to be made safe first', id: 'Keselamatan anak didahulukan' },
  'receiver-unreachable': {
    en: 'The receiving office could not be reached',
    id: 'Kantor tujuan tidak dapat dihubungi',
  },
  'distance-or-transport': { en: 'Distance or transport', id: 'Jarak atau transportasi' },
  'staff-shortage': { en: 'Nobody was available', id: 'Kekurangan petugas' },
  'system-outage': { en: 'The system was down', id: 'Gangguan sistem' },
  overlooked: { en: 'It was overlooked', id: 'Terlewat' },
  other: { en: 'Another reason', id: 'Alasan lain' },
});
