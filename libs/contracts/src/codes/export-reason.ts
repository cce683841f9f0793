import { codeList } from './code-list.js';

/** Why entries of the log are taken out as files. */
export const exportReason = codeList('export-reason', {
  court: { en: 'A court or the police ask for it', id: 'Diminta pengadilan atau penyidik' },
  complaint: { en: 'A complaint is examined', id: 'Pemeriksaan pengaduan' },
  'data-subject': { en: 'The person concerned asks for it', id: 'Permintaan subjek data' },
  breach: { en: 'A breach is examined', id: 'Pemeriksaan kegagalan pelindungan data' },
  inspection: { en: 'A regular inspection', id: 'Pengawasan berkala' },
  handover: { en: 'The log is handed to another keeper', id: 'Penyerahan kepada penyimpan lain' },
});
