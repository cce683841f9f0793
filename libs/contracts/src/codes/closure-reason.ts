import { codeList } from './code-list.js';

/** Why a case was closed. */
export const closureReason = codeList('closure-reason', {
  'goals-met': { en: 'Service goals met', id: 'Tujuan layanan tercapai' },
  'safe-reintegrated': { en: 'Safe and reintegrated', id: 'Aman dan terintegrasi' },
  transferred: { en: 'Transferred', id: 'Dilimpahkan' },
  'turned-18-adult-service': {
    en: 'Turned 18, adult service continues',
    id: 'Berusia 18, dilanjutkan layanan dewasa',
  },
  'child-withdrew': { en: 'Child or guardian withdrew', id: 'Anak/wali mengundurkan diri' },
  'lost-contact': { en: 'Cannot be contacted', id: 'Tidak dapat dihubungi' },
  'moved-away': { en: 'Moved away', id: 'Pindah domisili' },
  'not-a-child': { en: 'Not a child (documented)', id: 'Bukan anak' },
  unfounded: { en: 'Not substantiated', id: 'Tidak terbukti' },
  'duplicate-merged': { en: 'Duplicate, merged', id: 'Laporan ganda, digabung' },
  deceased: { en: 'Deceased', id: 'Meninggal' },
  'other-with-reason': { en: 'Other', id: 'Lainnya' },
});
