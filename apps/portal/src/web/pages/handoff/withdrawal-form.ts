import type { CodeOf, LawfulBasisCode, withdrawalAnswer } from '@rujukan/contracts';
import type { WithdrawalAnswer } from '../../data/withdrawals.js';

export interface WithdrawalForm {
  answer: string;
  basis: string;
  article: string;
  reason: string;
}

export const emptyAnswer: WithdrawalForm = { answer: '', basis: '', article: '', reason: '' };

export const isKept = (answer: string): boolean => answer === 'retained-on-other-basis';

/** What is sent: only who keeps a copy names a basis and a reason. */
export function toAnswer({ answer, basis, article, reason }: WithdrawalForm): WithdrawalAnswer {
  const code = answer as CodeOf<typeof withdrawalAnswer>;
  if (!isKept(answer)) return { answer: code };
  return { answer: code, lawfulBasis: { code: basis as LawfulBasisCode, article }, reason: reason.trim() };
}
