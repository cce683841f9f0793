import { codeList } from './code-list.js';

/** What whoever consents is to the child. */
export const giverRelation = codeList('giver-relation', {
  self: { en: 'The child', id: 'Anak sendiri' },
  mother: { en: 'Mother', id: 'Ibu' },
  father: { en: 'Father', id: 'Ayah' },
  'step-parent': { en: 'Step-parent', id: 'Orang tua tiri' },
  grandparent: { en: 'Grandparent', id: 'Kakek / nenek' },
  sibling: { en: 'Adult sibling', id: 'Saudara kandung dewasa' },
  relative: { en: 'Other relative', id: 'Kerabat lain' },
  'foster-carer': { en: 'Foster carer', id: 'Pengasuh' },
  'appointed-guardian': { en: 'Guardian appointed by a court', id: 'Wali yang ditetapkan pengadilan' },
  official: { en: 'Official of the service or the court', id: 'Pejabat layanan atau pengadilan' },
});
