import type { Giver, Withdrawal } from '../../data/consents.js';

/** What the form asks before a consent is taken back. */
export interface WithdrawalForm {
  reason: string;
  by: string;
  note: string;
}

export const emptyWithdrawal: WithdrawalForm = { reason: '', by: '', note: '' };

export const isMistake = (reason: string): boolean => reason === 'entered-in-error';

/** What is sent. A mistake of the agency's own was nobody's word: it goes under the name of whoever was written down. */
export function toWithdrawal({ reason, by, note }: WithdrawalForm, givenBy: Giver): Withdrawal {
  const words = note.trim();
  return {
    reason: isMistake(reason) ? 'entered-in-error' : 'withdrawn',
    by: isMistake(reason) ? givenBy : (by as Giver),
    ...(words === '' ? {} : { note: words }),
  };
}

/** The address that leads back to the form. */
export const withdrawalDraft = (caseId: string, consentId: string): string =>
  `/k/${caseId}?cabut=${consentId}`;
