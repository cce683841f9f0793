import { codeList } from './code-list.js';

/** What passes from hand to hand with a case, as minutes of a handover list it. */
export const handedOverItem = codeList('handed-over-item', {
  'service-file': { en: 'Service file', id: 'Berkas layanan' },
  'service-plan': { en: 'Service plan', id: 'Rencana layanan' },
  assessment: { en: 'Assessment', id: 'Hasil asesmen' },
  consents: { en: 'Consent forms', id: 'Formulir persetujuan' },
  'identity-documents': { en: 'Identity documents', id: 'Dokumen identitas' },
  'travel-plan': { en: 'Travel plan', id: 'Rencana perjalanan' },
  'caregiver-contact': { en: 'Contact of the receiving caregiver', id: 'Kontak pengasuh penerima' },
  'police-contact': { en: 'Contact in the open police case', id: 'Kontak penyidik perkara' },
  medication: { en: 'Medication', id: 'Obat-obatan' },
  belongings: { en: 'Belongings', id: 'Barang pribadi' },
  child: { en: 'The child herself', id: 'Anak' },
});
