import { codeList } from './code-list.js';
import { rejectionReason } from './rejection-reason.js';

const { duplicate, other, 'basis-missing': noBasis, 'no-capacity': noRoom } = rejectionReason.display;
const { 'safety-risk': danger } = rejectionReason.display;
const otherAgency = { en: 'Another agency serves the child', id: 'Instansi lain sudah melayani' };
const noNeed = { en: 'No longer needed', id: 'Tidak diperlukan lagi' };
const wrongReceiver = { en: 'Wrong receiver', id: 'Penerima keliru' };
const wrongContent = { en: 'Wrong content', id: 'Isi keliru' };

/** Why a sender takes an offer back before anybody accepted it. */
export const recallReason = codeList('recall-reason', {
  'no-longer-needed': noNeed,
  'other-agency-found': otherAgency,
  'wrong-receiver': wrongReceiver,
  'wrong-content': wrongContent,
  'safety-risk': danger,
  duplicate,
  other,
});

/** Why an accepted service rests for now. */
export const holdReason = codeList('hold-reason', {
  'child-in-hospital': { en: 'Child in hospital', id: 'Anak dirawat di rumah sakit' },
  'child-not-reached': { en: 'Child cannot be reached', id: 'Anak belum dapat dihubungi' },
  'child-asks-to-wait': { en: 'The child wishes to wait', id: 'Anak ingin menunggu' },
  'awaits-documents': { en: 'Waits for documents', id: 'Menunggu dokumen' },
  'awaits-justice': { en: 'Waits for the legal process', id: 'Menunggu proses hukum' },
  'no-capacity': noRoom,
  other,
});

/** Why a sender asks the receiver to stop. */
export const cancelReason = codeList('cancel-reason', {
  'no-longer-needed': noNeed,
  'child-declines': { en: 'The child does not wish it', id: 'Anak tidak menghendaki' },
  'other-agency-found': otherAgency,
  'moved-away': { en: 'The child has moved away', id: 'Anak pindah tempat tinggal' },
  'safety-risk': danger,
  'basis-missing': noBasis,
  other,
});

/** Why a receiver goes on serving although it was asked to stop. */
export const cancelRefusalReason = codeList('cancel-refusal-reason', {
  'still-needed': { en: 'The child still needs it', id: 'Anak masih membutuhkan' },
  'child-wishes-it': { en: 'The child wishes to go on', id: 'Anak ingin melanjutkan' },
  'nearly-finished': { en: 'Nearly finished', id: 'Layanan hampir selesai' },
  'safety-risk': danger,
  other,
});

/** Why a handoff should never have been written. */
export const errorReason = codeList('error-reason', {
  'wrong-child': { en: 'Wrong child', id: 'Anak yang keliru' },
  'wrong-receiver': wrongReceiver,
  'wrong-content': wrongContent,
  duplicate,
  other,
});

/** All that a step of a handoff may be explained with; a code means the same in each list. */
export const stepReason = codeList('step-reason', {
  ...rejectionReason.display,
  ...recallReason.display,
  ...holdReason.display,
  ...cancelReason.display,
  ...cancelRefusalReason.display,
  ...errorReason.display,
});
