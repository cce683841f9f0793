import { acknowledgedInTime } from './acknowledged-in-time.js';
import { consentValid } from './consent-valid.js';
import { policeTold } from './police-told.js';
import type { Question } from './question.js';
import { readAfterTransfer } from './read-after-transfer.js';
import { rightsAndBreaches } from './rights-and-breaches.js';
import { rowsExported } from './rows-exported.js';
import { sealedOpened } from './sealed-opened.js';
import { unaltered } from './unaltered.js';

/** What auditors ask, in the order in which the field study lists it. */
export const questions: readonly Question[] = [
  policeTold,
  sealedOpened,
  consentValid,
  acknowledgedInTime,
  readAfterTransfer,
  unaltered,
  rowsExported,
  rightsAndBreaches,
];
