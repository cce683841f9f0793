import { codeList } from './code-list.js';

/** By what road the people concerned were told of a breach. */
export const noticeChannel = codeList('notice-channel', {
  'in-person': { en: 'In person, by the companion', id: 'Secara langsung oleh pendamping' },
  'safe-adult': { en: 'By an adult whom the child trusts', id: 'Melalui orang dewasa yang dipercaya anak' },
  'own-letter': { en: 'A letter into her own hands', id: 'Surat yang diserahkan langsung' },
  guardian: { en: 'By the guardian', id: 'Melalui wali' },
  'not-reached': { en: 'She could not be reached safely', id: 'Tidak dapat dihubungi dengan aman' },
});
