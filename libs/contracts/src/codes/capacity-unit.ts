import { codeList } from './code-list.js';

/** What a service counts its capacity in. */
export const capacityUnit = codeList('capacity-unit', {
  bed: { en: 'Beds', id: 'Tempat tidur' },
  place: { en: 'Places', id: 'Tempat' },
  appointment: { en: 'Appointments', id: 'Janji temu' },
});
