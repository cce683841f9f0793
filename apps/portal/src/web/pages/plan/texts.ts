import { texts } from '../../app/language/texts.js';

export const planTexts = texts({
  id: {
    tab: 'Rencana',
    headingNew: 'Susun rencana layanan',
    headingRevise: 'Ubah rencana layanan',
    lead: 'Tuliskan tujuan dengan kata-kata anak bila memungkinkan. Versi lama tetap tersimpan.',
    objective: 'Tujuan',
    objectiveHint: 'Apa yang ingin dicapai bersama anak.',
    actions: 'Langkah',
    actionsHint: 'Satu langkah per baris, paling banyak 20.',
    plannedEnd: 'Rencana selesai',
    save: 'Simpan rencana',
    cancel: 'Batal',
    saved: 'Rencana tersimpan',
    required: (label: string) => `Isi: ${label}`,
    tooMany: 'Paling banyak 20 langkah',
    tooLong: 'Satu langkah paling banyak 300 huruf',
    changedTitle: 'Rencana ini baru saja diubah orang lain',
    changedText:
      'Isian Anda tetap ada di bawah. Bandingkan dengan versi terbaru ini, lalu simpan lagi bila perlu.',
  },
  en: {
    tab: 'Plan',
    headingNew: 'Agree a service plan',
    headingRevise: 'Revise the service plan',
    lead: 'Write the objective in the child’s own words where you can. Earlier versions are kept.',
    objective: 'Objective',
    objectiveHint: 'What is to be reached together with the child.',
    actions: 'Actions',
    actionsHint: 'One action on each line, at most 20.',
    plannedEnd: 'Planned end',
    save: 'Save the plan',
    cancel: 'Cancel',
    saved: 'Plan saved',
    required: (label: string) => `Fill in: ${label}`,
    tooMany: 'At most 20 actions',
    tooLong: 'An action has at most 300 characters',
    changedTitle: 'Somebody else has just changed this plan',
    changedText:
      'What you wrote is still below. Compare it with the newest version here, and save again if need be.',
  },
});
