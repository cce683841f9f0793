import { codeList } from './code-list.js';

/** Why somebody opens a case without access: what the child faces at this moment. */
export const emergencyReason = codeList('emergency-reason', {
  'medical-emergency': { en: 'A medical emergency', id: 'Keadaan darurat medis' },
  'immediate-danger': { en: 'The child is in danger right now', id: 'Anak dalam bahaya saat ini' },
  'child-missing': { en: 'The child is missing', id: 'Anak hilang' },
  'custodian-unreachable': {
    en: 'An urgent need, and the responsible agency does not answer',
    id: 'Kebutuhan mendesak dan instansi penanggung jawab tidak dapat dihubungi',
  },
});
