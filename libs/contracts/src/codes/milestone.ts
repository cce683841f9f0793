import { codeList } from './code-list.js';

/** What happened around a case and starts or ends a duty, as it is recorded by hand: a code, a day, and no word besides. */
export const milestone = codeList('milestone', {
  'police-report-made': { en: 'Police report made', id: 'Laporan polisi dibuat' },
  'visum-requested': { en: 'Forensic examination requested', id: 'Visum diminta' },
  'visum-examined': { en: 'Forensic examination done', id: 'Pemeriksaan visum selesai' },
  'visum-delivered': { en: 'Forensic result delivered', id: 'Hasil visum diserahkan' },
  'companion-refused-to-report': {
    en: 'Companion refused to report',
    id: 'Pendamping menolak melapor',
  },
  'police-informed': { en: 'Police informed', id: 'Kepolisian diberi tahu' },
  'protection-need-reported': {
    en: 'Need of protection reported to police',
    id: 'Kebutuhan pelindungan dilaporkan ke kepolisian',
  },
  'temporary-protection-given': { en: 'Temporary protection given', id: 'Pelindungan sementara diberikan' },
  'temporary-protection-refused': {
    en: 'Temporary protection refused',
    id: 'Pelindungan sementara tidak diberikan',
  },
  'handled-under-protection': {
    en: 'Handled under temporary protection',
    id: 'Ditangani dalam pelindungan sementara',
  },
  'temporary-protection-ended': { en: 'Temporary protection ended', id: 'Pelindungan sementara berakhir' },
  'lpsk-application-filed': { en: 'Application to LPSK filed', id: 'Permohonan ke LPSK diajukan' },
  'lpsk-granted': { en: 'LPSK granted protection', id: 'LPSK mengabulkan permohonan' },
  'lpsk-rejected': { en: 'LPSK rejected the application', id: 'LPSK menolak permohonan' },
  'lpsk-application-withdrawn': {
    en: 'Application to LPSK withdrawn',
    id: 'Permohonan ke LPSK ditarik kembali',
  },
  'social-report-requested': { en: 'Social report requested', id: 'Laporan sosial diminta' },
  'social-report-delivered': { en: 'Social report delivered', id: 'Laporan sosial diserahkan' },
  'litmas-requested': { en: 'Social inquiry requested', id: 'Litmas diminta' },
  'litmas-delivered': { en: 'Social inquiry delivered', id: 'Litmas diserahkan' },
  'child-under-12-identified': {
    en: 'Child under 12 identified as doer',
    id: 'Anak di bawah 12 tahun diduga sebagai pelaku',
  },
  'under-12-decided': {
    en: 'Decision on a child under 12 taken',
    id: 'Keputusan atas anak di bawah 12 tahun diambil',
  },
  'suspect-investigation-started': {
    en: 'Investigation of a child suspect started',
    id: 'Penyidikan terhadap anak dimulai',
  },
  'prosecutor-coordinated': { en: 'Coordinated with the prosecutor', id: 'Koordinasi dengan penuntut umum' },
  arrested: { en: 'Arrested', id: 'Ditangkap' },
  'arrest-ended': { en: 'Arrest ended', id: 'Penangkapan berakhir' },
  'diversion-started': { en: 'Diversion started', id: 'Diversi dimulai' },
  'diversion-agreed': { en: 'Diversion agreed', id: 'Diversi berhasil' },
  'diversion-failed': { en: 'Diversion failed', id: 'Diversi gagal' },
  'diversion-not-eligible': { en: 'Diversion not applicable', id: 'Diversi tidak memenuhi syarat' },
  'non-performance-reported': {
    en: 'Non-performance of diversion reported',
    id: 'Kesepakatan diversi dilaporkan tidak dijalankan',
  },
  'non-performance-acted-on': {
    en: 'Non-performance of diversion acted on',
    id: 'Pelanggaran kesepakatan diversi ditindaklanjuti',
  },
  'rehabilitation-requested': { en: 'Rehabilitation requested', id: 'Rehabilitasi diminta' },
  'rehabilitation-started': { en: 'Rehabilitation started', id: 'Rehabilitasi dimulai' },
  'urgent-help-requested': { en: 'Urgent help requested', id: 'Pertolongan pertama diminta' },
  'urgent-help-given': { en: 'Urgent help given', id: 'Pertolongan pertama diberikan' },
  'victim-interviewed': { en: 'Victim interviewed', id: 'Korban diperiksa' },
  'restitution-explained': { en: 'Right to restitution explained', id: 'Hak restitusi dijelaskan' },
  'restitution-incomplete': {
    en: 'Restitution file found incomplete',
    id: 'Berkas restitusi dinyatakan kurang',
  },
  'restitution-file-completed': { en: 'Restitution file completed', id: 'Berkas restitusi dilengkapi' },
  'restitution-application-received': {
    en: 'Application for restitution received',
    id: 'Permohonan restitusi diterima',
  },
  'restitution-checked': { en: 'Application for restitution checked', id: 'Permohonan restitusi diperiksa' },
  'restitution-decision-received': {
    en: 'Decision on restitution received',
    id: 'Salinan putusan restitusi diterima',
  },
  'restitution-paid': { en: 'Restitution paid', id: 'Restitusi dibayarkan' },
  'final-judgment-known': { en: 'Final judgment known', id: 'Putusan berkekuatan hukum tetap diketahui' },
  'restitution-applied-late': {
    en: 'Restitution applied for after judgment',
    id: 'Restitusi dimohonkan setelah putusan',
  },
  'determination-read': { en: 'Determination read', id: 'Penetapan dibacakan' },
  'determination-copied': { en: 'Copy of the determination sent', id: 'Salinan penetapan dikirim' },
  'fund-approved': { en: 'Victim fund approved', id: 'Dana bantuan korban disetujui' },
  'fund-paid': { en: 'Victim fund paid', id: 'Dana bantuan korban dibayarkan' },
});
