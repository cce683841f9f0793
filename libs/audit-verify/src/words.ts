import type { Finding, FindingKind, Report, Verdict } from './findings.js';

export type Language = 'id' | 'en';

const verdicts: Record<Verdict, Record<Language, string>> = {
  ok: { id: 'UTUH', en: 'OK' },
  tampered: { id: 'DIUBAH', en: 'TAMPERED' },
  unknown: { id: 'TIDAK DAPAT DIPASTIKAN', en: 'CANNOT TELL' },
};

const kinds: Record<FindingKind, Record<Language, string>> = {
  'signature-false': {
    id: 'tanda tangan palsu atas nama kunci yang dipercaya',
    en: 'a signature in the name of a trusted key is false',
  },
  unsigned: {
    id: 'tidak ditandatangani oleh kunci log yang dipercaya',
    en: 'not signed by a trusted key of the log',
  },
  'not-included': {
    id: 'entri ini tidak tercakup oleh bukti: entri atau bukti telah diubah',
    en: 'the proof does not cover this entry: the entry or the proof was changed',
  },
  'entry-changed': { id: 'entri telah diubah', en: 'the entry was changed' },
  'entry-or-tile-changed': {
    id: 'entri dan tile tidak cocok; salah satunya telah diubah',
    en: 'entry and tile disagree; one of them was changed',
  },
  'entry-not-canonical': {
    id: 'byte entri bukan JSON kanonis (RFC 8785)',
    en: 'the bytes of the entry are not canonical JSON (RFC 8785)',
  },
  'entry-unknown': {
    id: 'entri tidak memuat sumber, nomor atau waktu yang sah',
    en: 'the entry has no valid source, number or time',
  },
  'bundle-malformed': { id: 'berkas entri rusak', en: 'the file of entries is malformed' },
  'tile-changed': { id: 'tile telah diubah', en: 'the tile was changed' },
  'root-differs': {
    id: 'isi log tidak menghasilkan akar yang ditandatangani',
    en: 'the log does not give the root that was signed',
  },
  fork: {
    id: 'log bercabang: dua kepala yang ditandatangani saling bertentangan',
    en: 'the log forked: two signed heads contradict each other',
  },
  'rolled-back': {
    id: 'log mundur: kepala ini lebih kecil daripada yang sudah diketahui',
    en: 'the log went back: this head is smaller than one that is known',
  },
  'source-missing': { id: 'nomor dari sumber ini hilang', en: 'numbers of this source are missing' },
  'source-reused': {
    id: 'nomor dari sumber ini dipakai dua kali',
    en: 'a number of this source was used twice',
  },
  'version-missing': { id: 'versi dari catatan ini hilang', en: 'versions of this record are missing' },
  'clock-back': { id: 'waktu pencatatan mundur', en: 'the time of recording went back' },
  'file-changed': {
    id: 'isi berkas bukan yang tercatat',
    en: 'the content of the file is not what is on record',
  },
  'file-added': { id: 'berkas ini tidak tercatat', en: 'this file is not on record' },
  'manifest-malformed': { id: 'manifest tidak sah', en: 'the manifest is not valid' },
  unreadable: { id: 'tidak dapat dibaca', en: 'cannot be read' },
  'file-missing': { id: 'berkas tidak ada', en: 'the file is missing' },
  'policy-malformed': { id: 'berkas kebijakan tidak sah', en: 'the policy is not valid' },
  'proof-malformed': { id: 'berkas bukti tidak sah', en: 'the proof file is not valid' },
  'checkpoint-malformed': { id: 'kepala log tidak sah', en: 'the checkpoint is not valid' },
  'origin-unknown': {
    id: 'kebijakan tidak mengenal log ini',
    en: 'the policy does not know this log',
  },
  'other-log': {
    id: 'kepala ini milik log yang lain',
    en: 'this checkpoint is of another log',
  },
  'quorum-missing': { id: 'saksi belum cukup', en: 'too few witnesses' },
  'tiles-of-another-log': {
    id: 'tile tidak menghasilkan akar kepala ini; bukti tidak dapat dibuat',
    en: 'the tiles do not give the root of this checkpoint; no proof can be made of them',
  },
  stalled: { id: 'log berhenti tumbuh', en: 'the log has stalled' },
};

/** Names of facts in Indonesian; in English a fact is called as in the machine's output. */
const facts: Record<string, string> = {
  aggregates: 'catatan bernomor versi',
  entries: 'jumlah entri',
  index: 'nomor entri',
  from: 'dari',
  log: 'kunci log',
  origin: 'log',
  pending: 'nomor yang mungkin masih dalam perjalanan',
  root: 'akar',
  size: 'ukuran',
  sources: 'sumber',
  unpaired: 'pembagian data yang hanya tercatat di satu sisi',
  unread: 'nomor yang mungkin ada di berkas yang tidak terbaca',
  witnesses: 'saksi',
};

export function sentence({ kind, where, details = {} }: Finding, language: Language): string {
  const more = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
  return `${where}: ${kinds[kind][language]} [${kind}]${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

/** The report as lines for people: what is wrong, what is known, and the verdict last. */
export function lines(report: Report, verdict: Verdict, language: Language): string[] {
  const nameOf = (name: string) => (language === 'id' ? (facts[name] ?? name) : name);
  return [
    ...report.findings.map((finding) => sentence(finding, language)),
    ...Object.entries(report.facts).map(([name, value]) => `${nameOf(name)}: ${[value].flat().join('; ')}`),
    verdicts[verdict][language],
  ];
}
