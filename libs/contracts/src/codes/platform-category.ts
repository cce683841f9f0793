import { codeList } from './code-list.js';

/** Kind of online platform used; a platform's own name is free text. */
export const platformCategory = codeList('platform-category', {
  'chat-location-app': { en: 'Chat app with location search', id: 'Aplikasi percakapan berbasis lokasi' },
  messaging: { en: 'Messaging', id: 'Aplikasi pesan' },
  'social-network': { en: 'Social network', id: 'Media sosial' },
  'short-video': { en: 'Short video', id: 'Video pendek' },
  'live-stream': { en: 'Live streaming', id: 'Siaran langsung' },
  game: { en: 'Online game', id: 'Gim daring' },
  dating: { en: 'Dating app', id: 'Aplikasi kencan' },
  'marketplace-forum': { en: 'Marketplace or forum', id: 'Lokapasar / forum' },
  website: { en: 'Website', id: 'Situs web' },
  'payment-wallet': { en: 'Payment wallet (means of payment)', id: 'Dompet digital' },
  'other-platform': { en: 'Other', id: 'Lainnya' },
  'unknown-platform': { en: 'Unknown', id: 'Tidak diketahui' },
});
