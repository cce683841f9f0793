import { texts } from '../../app/language/texts.js';

export const momentTexts = texts({
  id: {
    opened: 'Kasus dibuka',
    closed: 'Kasus ditutup',
    policeReport: 'Laporan polisi dicatat',
    custodyBegan: 'Instansi Anda menjadi penanggung jawab',
    custodyEnded: 'Tanggung jawab instansi Anda berakhir',
    accessGranted: 'Akses instansi Anda dibuka lewat rujukan',
    accessEnded: 'Akses instansi Anda berakhir',
    clockStarted: (name: string, due: string) => `Batas waktu berjalan: ${name} (sampai ${due})`,
    clockBreached: (name: string) => `Batas waktu terlewat: ${name}`,
    clockMet: (name: string) => `Kewajiban terpenuhi: ${name}`,
    clockMetLate: (name: string) => `Kewajiban terpenuhi, terlambat: ${name}`,
    moved: 'Penanggung jawab kasus berpindah',
    planAgreed: 'Rencana layanan disepakati',
    service: (name: string, state: string) => `${name}: ${state.toLowerCase()}`,
    closureRequested: 'Penutupan diajukan',
    closureLapsed: 'Pengajuan penutupan gugur',
    handoff: (kind: string, number: string, state: string) => `${kind} ${number}: ${state.toLowerCase()}`,
  },
  en: {
    opened: 'Case opened',
    closed: 'Case closed',
    policeReport: 'Police report recorded',
    custodyBegan: 'Your agency became responsible',
    custodyEnded: 'Your agency’s responsibility ended',
    accessGranted: 'Your agency’s access opened by a handoff',
    accessEnded: 'Your agency’s access ended',
    clockStarted: (name: string, due: string) => `Deadline running: ${name} (until ${due})`,
    clockBreached: (name: string) => `Deadline missed: ${name}`,
    clockMet: (name: string) => `Duty done: ${name}`,
    clockMetLate: (name: string) => `Duty done, late: ${name}`,
    moved: 'Responsibility for the case moved',
    planAgreed: 'Service plan agreed',
    service: (name: string, state: string) => `${name}: ${state.toLowerCase()}`,
    closureRequested: 'Closure requested',
    closureLapsed: 'Closure request lapsed',
    handoff: (kind: string, number: string, state: string) => `${kind} ${number}: ${state.toLowerCase()}`,
  },
});

export type MomentTexts = (typeof momentTexts)['id'];
