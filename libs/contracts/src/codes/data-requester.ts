import { codeList } from './code-list.js';

/** Who asks. */
export const dataRequester = codeList('data-requester', {
  child: { en: 'The child', id: 'Anak' },
  'adult-survivor': { en: 'The survivor, an adult by now', id: 'Penyintas yang sudah dewasa' },
  guardian: { en: 'Parent or guardian', id: 'Orang tua atau wali' },
  'safe-adult': { en: 'An adult whom the child trusts', id: 'Orang dewasa yang dipercaya anak' },
  counsel: { en: 'Her lawyer', id: 'Penasihat hukum' },
});
