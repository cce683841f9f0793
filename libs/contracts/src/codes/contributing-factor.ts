import { codeList } from './code-list.js';

/** What made the child reachable. Never used to rank credibility. */
export const contributingFactor = codeList('contributing-factor', {
  'family-breakdown': { en: 'Family breakdown (broken home)', id: 'Keluarga tidak utuh' },
  'economic-hardship': { en: 'Economic hardship', id: 'Faktor ekonomi' },
  'peer-influence': { en: 'Peers / social circle', id: 'Pergaulan' },
  'lifestyle-pressure': { en: 'Lifestyle pressure', id: 'Gaya hidup' },
  'unsupervised-online': { en: 'Little guidance online', id: 'Minim pendampingan bermedia sosial' },
  'out-of-school': { en: 'Out of school', id: 'Putus sekolah' },
  'prior-abuse': { en: 'Earlier abuse', id: 'Riwayat kekerasan' },
  'substance-use': { en: 'Substance use', id: 'Penyalahgunaan zat' },
  'homeless-runaway': { en: 'Away from home', id: 'Tidak tinggal di rumah' },
  disability: { en: 'Disability', id: 'Disabilitas' },
  'mental-health': { en: 'Mental health', id: 'Kesehatan mental' },
  'parent-migrant': { en: 'Parent works away / abroad', id: 'Orang tua bekerja jauh / migran' },
  'debt-family': { en: 'Family debt', id: 'Utang keluarga' },
  'coercion-partner': { en: 'Controlling relationship', id: 'Relasi yang mengendalikan' },
  discrimination: { en: 'Discrimination / stigma', id: 'Diskriminasi / stigma' },
  unknown: { en: 'Not yet known', id: 'Belum diketahui' },
});
