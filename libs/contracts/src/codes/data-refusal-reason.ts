import { codeList } from './code-list.js';

/** Why a request was refused, in whole or in part. */
export const dataRefusalReason = codeList('data-refusal-reason', {
  'endangers-safety': { en: 'It would endanger somebody', id: 'Membahayakan keselamatan' },
  'reveals-another': { en: 'It would reveal another person', id: 'Mengungkap data orang lain' },
  'law-enforcement': { en: 'A law-enforcement case is running', id: 'Kepentingan penegakan hukum' },
  'identity-not-proved': {
    en: 'The asker could not be identified',
    id: 'Identitas pemohon tidak dapat dipastikan',
  },
  'legal-hold': { en: 'The data are held for a legal process', id: 'Data ditahan untuk proses hukum' },
});
