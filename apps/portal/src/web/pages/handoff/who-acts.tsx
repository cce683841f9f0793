import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { awaitsAnswer, handoffStepsQuery, type Handoff, type HandoffStatus } from '../../data/handoffs.js';
import { DeadlineChip } from '../../design/chip.js';
import { dateTime } from '../../design/time.js';
import { sealedAnswers } from './sealed-answers.js';
import { handoffTexts } from './texts.js';

/** Whose turn it is, and until when, in one sentence. */
export function WhoActs({ handoff, isSender }: { handoff: Handoff; isSender: boolean }) {
  const t = useTexts(handoffTexts);
  const { language } = useLanguage();
  const { data: past } = useQuery({ ...handoffStepsQuery(handoff), placeholderData: keepPreviousData });
  if (awaitsAnswer(handoff.status))
    return (
      <p>
        {isSender ? t.receiverAnswers(handoff.to.name) : t.youAnswer}{' '}
        <strong>{dateTime(handoff.dueAt, language)}</strong> <DeadlineChip dueAt={handoff.dueAt} />{' '}
        {sealedAnswers(handoff, past?.items ?? [], isSender).length > 0 && t.sealedAnswer}
      </p>
    );
  // Once accepted, nothing cancels a transfer but both agencies together.
  const wasAccepted = past?.items.some(({ status }) => status === 'accepted');
  if (handoff.kind === 'transfer' && handoff.status === 'cancelled' && wasAccepted)
    return <p>{t.rolledBack}</p>;
  return <p>{sentence(handoff, isSender, t)}</p>;
}

type T = (typeof handoffTexts)['id'];
type Said = (t: T, name: string) => string;

/** What is said to the sender, and what to the receiver; the other states have nothing to be done. */
const sentences: Readonly<
  Partial<Record<HandoffStatus, { readonly sender: Said; readonly receiver: Said }>>
> = {
  draft: { sender: (t) => t.notSent, receiver: (t) => t.notSent },
  accepted: { sender: (t, name) => t.receiverStarts(name), receiver: (t) => t.youStart },
  waitlisted: { sender: (t, name) => t.receiverWaits(name), receiver: (t) => t.youWait },
  'on-hold': { sender: (t, name) => t.receiverResumes(name), receiver: (t) => t.youResume },
  'in-progress': { sender: (t, name) => t.receiverCompletes(name), receiver: (t) => t.youComplete },
  'cancel-requested': { sender: (t, name) => t.receiverCancels(name), receiver: (t) => t.youCancel },
  returned: { sender: (t) => t.senderAnswers, receiver: (t) => t.senderWillAnswer },
  rejected: { sender: (t) => t.senderChooses, receiver: (t) => t.senderWillChoose },
  expired: { sender: (t) => t.expiredSender, receiver: (t) => t.expiredReceiver },
  'referred-onward': { sender: (t) => t.passedOn, receiver: (t) => t.passedOn },
};

function sentence({ kind, status, to }: Handoff, isSender: boolean, t: T): string {
  const hasMoved = status === 'accepted' || status === 'in-progress';
  if (kind === 'transfer' && hasMoved) return t.transferAccepted(to.name);
  return sentences[status]?.[isSender ? 'sender' : 'receiver'](t, to.name) ?? t.nobody;
}
