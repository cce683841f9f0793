import { codeList } from './code-list.js';

/** How far a kind of data may go to a kind of agency. */
export const sharingLevel = codeList('sharing-level', {
  full: { en: 'In full', id: 'Penuh' },
  minimum: { en: 'The minimum for the purpose', id: 'Seperlunya sesuai tujuan' },
  'own-client': { en: 'Only of its own client', id: 'Hanya tentang kliennya sendiri' },
  'named-officer': { en: 'To the named officer', id: 'Kepada petugas yang disebut' },
  host: { en: 'Only as host of the child', id: 'Hanya bila menampung anak' },
  consent: { en: 'On a recorded basis', id: 'Dengan dasar yang tercatat' },
  'court-order': { en: 'By order of a court', id: 'Atas perintah pengadilan' },
  'own-record': { en: 'Only what it wrote itself', id: 'Hanya catatannya sendiri' },
  status: { en: 'Status, or yes and no', id: 'Status, atau ya dan tidak' },
  pseudonymous: { en: 'Under a pseudonym', id: 'Dengan pseudonim' },
  aggregate: { en: 'As numbers', id: 'Sebagai angka' },
  none: { en: 'Never', id: 'Tidak pernah' },
});
