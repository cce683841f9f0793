import { texts } from '../../app/language/texts.js';

export const overrideTexts = texts({
  id: {
    needed:
      'Persetujuan untuk instansi ini ditolak atau dicabut. Dasar yang Anda pilih hanya berlaku dengan pengecualian, yang disetujui orang kedua: penyelia instansi Anda.',
    reason: 'Alasan pengecualian',
    propose: 'Ajukan pengecualian',
    proposed: 'Pengecualian diajukan',
    waiting:
      'Pengecualian menunggu penyelia. Isian ini tersimpan selama Anda masuk; lanjutkan sesudah disetujui.',
    approved: 'Penyelia menyetujui pengecualian untuk pengiriman ini. Berlaku 72 jam dan untuk satu rujukan.',
    pick: (label: string) => `Pilih: ${label}`,
    panel: 'Pengecualian dasar data',
    panelLead:
      'Data boleh berpindah walaupun persetujuan ditolak, bila dua orang dari instansi Anda menanggungnya.',
    item: (service: string, agency: string) => `${service} kepada ${agency}`,
    basis: 'Dasar',
    proposedAt: 'Diajukan',
    decidedAt: 'Diputuskan',
    mine: 'Anda yang mengajukan: orang lain yang memutuskan.',
    approve: 'Setujui pengecualian',
    refuse: 'Tolak pengecualian',
    confirmTitle: 'Setujui pengecualian ini?',
    confirm:
      'Data anak boleh dikirim kepada instansi ini walaupun persetujuan ditolak. Nama peran Anda tercatat bersama pengajunya.',
    yes: 'Ya, setujui',
    back: 'Batal',
    decided: 'Keputusan tercatat',
  },
  en: {
    needed:
      'Consent for this agency was refused or withdrawn. The basis that you chose counts only with an exception that a second person approves: your agency’s supervisor.',
    reason: 'Reason for the exception',
    propose: 'Ask for an exception',
    proposed: 'Exception asked for',
    waiting:
      'The exception waits for the supervisor. What you wrote stays as long as you are signed in; go on once it is approved.',
    approved: 'The supervisor approved an exception for this. It counts for 72 hours and for one handoff.',
    pick: (label: string) => `Choose: ${label}`,
    panel: 'Exceptions to the basis',
    panelLead: 'Data may travel although consent was refused, if two people of your agency answer for it.',
    item: (service: string, agency: string) => `${service} to ${agency}`,
    basis: 'Basis',
    proposedAt: 'Asked for',
    decidedAt: 'Decided',
    mine: 'You asked for it: somebody else decides.',
    approve: 'Approve the exception',
    refuse: 'Refuse the exception',
    confirmTitle: 'Approve this exception?',
    confirm:
      'The child’s data may go to this agency although consent was refused. You are on record beside whoever asked for it.',
    yes: 'Yes, approve',
    back: 'Cancel',
    decided: 'Decision recorded',
  },
});
