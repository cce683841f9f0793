import { codeList } from './code-list.js';

/** How personal data got to where they should not be. */
export const breachCause = codeList('breach-cause', {
  'unlawful-access': { en: 'Access without a right', id: 'Akses tanpa hak' },
  'wrong-recipient': { en: 'Sent to the wrong place', id: 'Terkirim ke pihak yang salah' },
  'lost-device': { en: 'A device or paper was lost', id: 'Perangkat atau berkas hilang' },
  intrusion: { en: 'An intrusion from outside', id: 'Peretasan dari luar' },
  'system-fault': { en: 'A fault of the system', id: 'Kesalahan sistem' },
  unknown: { en: 'Not known yet', id: 'Belum diketahui' },
});
