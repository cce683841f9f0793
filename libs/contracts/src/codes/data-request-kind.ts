import { codeList } from './code-list.js';

/** What a person asks of those who hold data about her. */
export const dataRequestKind = codeList('data-request-kind', {
  access: { en: 'To see the data', id: 'Melihat data' },
  rectification: { en: 'To have them put right', id: 'Memperbaiki data' },
  withdrawal: { en: 'To withdraw a consent', id: 'Menarik persetujuan' },
  restriction: { en: 'To restrict their use', id: 'Membatasi pemrosesan' },
  erasure: { en: 'To have them erased', id: 'Menghapus data' },
});
