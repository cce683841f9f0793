import { texts } from '../../app/language/texts.js';

export const rollbackTexts = texts({
  id: {
    title: 'Pengembalian kasus',
    lead: 'Kasus kembali ke instansi semula bila kedua instansi menandatangani tepat waktu.',
    signed: 'Sudah menandatangani',
    missing: 'Belum menandatangani',
    ours: (name: string) => `${name} (instansi Anda)`,
    on: (name: string, moment: string) => `${name}, ${moment}`,
    until: 'Paling lambat',
    reason: 'Alasan',
    yourTurn: 'Penyelia instansi Anda perlu menandatangani atau membiarkannya lewat.',
    wait: 'Tanda tangan instansi Anda tercatat. Menunggu instansi satunya.',
    over: 'Waktunya sudah lewat: kasus tetap pada penanggung jawab sekarang.',
  },
  en: {
    title: 'Giving the case back',
    lead: 'The case goes back to the former agency when both agencies sign in time.',
    signed: 'Has signed',
    missing: 'Has not signed',
    ours: (name: string) => `${name} (your agency)`,
    on: (name: string, moment: string) => `${name}, ${moment}`,
    until: 'At the latest',
    reason: 'Reason',
    yourTurn: 'Your agency’s supervisor has to sign, or lets the time pass.',
    wait: 'Your agency’s signature is recorded. The other agency has to sign.',
    over: 'The time is over: the case stays with the agency that has it now.',
  },
});
