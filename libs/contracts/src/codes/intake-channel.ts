import { codeList } from './code-list.js';

/** How the report arrived. */
export const intakeChannel = codeList('intake-channel', {
  'walk-in': { en: 'Walk-in', id: 'Datang langsung' },
  phone: { en: 'Phone', id: 'Telepon' },
  whatsapp: { en: 'WhatsApp', id: 'WhatsApp' },
  sapa129: { en: 'National hotline', id: 'SAPA 129' },
  'web-form': { en: 'Web form', id: 'Formulir daring' },
  'letter-email': { en: 'Letter or e-mail', id: 'Surat / surel' },
  'police-report': { en: 'Police report', id: 'Laporan polisi' },
  'police-operation': { en: 'Police operation', id: 'Operasi kepolisian' },
  'satpol-pp-patrol': { en: 'Order-police patrol', id: 'Razia Satpol PP' },
  'outreach-channel': { en: 'Outreach', id: 'Penjangkauan' },
  'health-facility': { en: 'Health facility', id: 'Fasilitas kesehatan' },
  'school-channel': { en: 'School', id: 'Sekolah' },
  'media-monitoring': { en: 'Media monitoring', id: 'Pantauan media' },
  'referral-in': { en: 'Referral received', id: 'Rujukan masuk' },
  'transfer-in': { en: 'Transfer received', id: 'Pelimpahan masuk' },
  'platform-report': { en: 'Report by platform operator', id: 'Laporan penyelenggara platform' },
});
