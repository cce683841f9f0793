import { codeList } from './code-list.js';

/** How it was made sure that the asker is who she says. */
export const identityCheck = codeList('identity-check', {
  document: { en: 'By a document', id: 'Melalui dokumen' },
  'known-in-person': { en: 'Known to the companion in person', id: 'Dikenal langsung oleh pendamping' },
  'power-of-attorney': { en: 'By a power of attorney', id: 'Melalui surat kuasa' },
  'not-proved': { en: 'It could not be made sure', id: 'Tidak dapat dipastikan' },
});
