import { useLanguage, useTexts } from '../../app/language/language.js';
import { awaitsAnswer, type Handoff } from '../../data/handoffs.js';
import { DeadlineChip } from '../../design/chip.js';
import { dateTime } from '../../design/time.js';
import { handoffTexts } from './texts.js';

/** Whose turn it is, and until when, in one sentence. */
export function WhoActs({ handoff, isSender }: { handoff: Handoff; isSender: boolean }) {
  const t = useTexts(handoffTexts);
  const { language } = useLanguage();
  if (awaitsAnswer(handoff.status))
    return (
      <p>
        {isSender ? t.receiverAnswers(handoff.to.name) : t.youAnswer}{' '}
        <strong>{dateTime(handoff.dueAt, language)}</strong> <DeadlineChip dueAt={handoff.dueAt} />
      </p>
    );
  return <p>{sentence(handoff, isSender, t)}</p>;
}

function sentence(handoff: Handoff, isSender: boolean, t: (typeof handoffTexts)['id']): string {
  const name = handoff.to.name;
  const isTransfer = handoff.kind === 'transfer';
  switch (handoff.status) {
    case 'accepted':
    case 'waitlisted':
      if (isTransfer) return t.transferAccepted(name);
      return isSender ? t.receiverStarts(name) : t.youStart;
    case 'in-progress':
    case 'on-hold':
    case 'cancel-requested':
      if (isTransfer) return t.transferAccepted(name);
      return isSender ? t.receiverCompletes(name) : t.youComplete;
    case 'rejected':
    case 'returned':
    case 'expired':
      return isSender ? t.senderChooses : t.senderWillChoose;
    case 'draft':
    case 'requested':
    case 'received':
    case 'cancelled':
    case 'referred-onward':
    case 'completed':
    case 'not-completed':
    case 'entered-in-error':
      return t.nobody;
  }
}
