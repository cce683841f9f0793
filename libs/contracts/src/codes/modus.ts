import { codeList } from './code-list.js';

/** How the child was recruited or approached (HTCDS vic_MethodOfRecruitment). */
export const modus = codeList('modus', {
  'chat-app-advert': {
    en: 'Advertised or priced through a chat/location app',
    id: 'Ditawarkan lewat aplikasi percakapan/lokasi',
  },
  'social-media-advert': { en: 'Promoted on social media', id: 'Dipromosikan di media sosial' },
  'social-media-contact': { en: 'Approached on social network', id: 'Didekati lewat media sosial' },
  'online-game': { en: 'Approached in game', id: 'Didekati lewat gim daring' },
  'fake-job-offer': { en: 'False job offer', id: 'Tawaran kerja palsu' },
  'romantic-partner': { en: 'Boyfriend/girlfriend arranged it', id: 'Diatur oleh pacar' },
  'peer-recruiter': { en: 'Recruited by peer', id: 'Diajak teman sebaya' },
  'family-member': { en: 'Arranged by family', id: 'Diatur oleh keluarga' },
  broker: { en: 'Broker / pimp', id: 'Muncikari / perantara' },
  'at-school': { en: 'At an educational place', id: 'Di lingkungan sekolah' },
  'at-lodging': { en: 'Group staying at lodging or boarding house', id: 'Berkelompok di penginapan / kos' },
  'live-stream-gifts': { en: 'Paid live stream or gifts', id: 'Siaran langsung berbayar' },
  'image-threat': { en: 'Threat to publish images', id: 'Ancaman penyebaran gambar' },
  debt: { en: 'Debt or loan pressure', id: 'Tekanan utang / pinjaman' },
  'self-initiated-apparent': { en: 'No arranger visible', id: 'Tidak tampak perantara' },
  unknown: { en: 'Unknown', id: 'Tidak diketahui' },
});
