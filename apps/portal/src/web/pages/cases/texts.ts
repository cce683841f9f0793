import { texts } from '../../app/language/texts.js';

export const casesTexts = texts({
  id: {
    tab: 'Berkas',
    heading: 'Kasus',
    lead: 'Nama tidak ditampilkan di daftar. Yang terbaru di atas.',
    list: 'Daftar kasus',
    open: (number: string, alias: string) => `${number} · ${alias}`,
    mine: 'tanggung jawab instansi kami',
    shared: 'lewat rujukan',
    risk: (level: string) => `Risiko ${level.toLowerCase()}`,
    age: (band: string) => `Usia ${band.toLowerCase()}`,
    held: (name: string) => `dipegang ${name}`,
    emptyTitle: 'Belum ada kasus',
    emptyText: 'Kasus muncul di sini sesudah laporan diterima, atau sesudah instansi Anda menerima rujukan.',
  },
  en: {
    tab: 'Files',
    heading: 'Cases',
    lead: 'Names are not shown in lists. Newest first.',
    list: 'List of cases',
    open: (number: string, alias: string) => `${number} · ${alias}`,
    mine: 'our responsibility',
    shared: 'by handoff',
    risk: (level: string) => `${level} risk`,
    age: (band: string) => `Age ${band.toLowerCase()}`,
    held: (name: string) => `held by ${name}`,
    emptyTitle: 'No cases yet',
    emptyText: 'A case appears here once a report is accepted, or once your agency accepts a handoff.',
  },
});
