import { useQuery } from '@tanstack/react-query';
import { withdrawalAnswer } from '@rujukan/contracts';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { useMay } from '../../app/session/me.js';
import { withdrawalsQuery, type WithdrawalNotice } from '../../data/withdrawals.js';
import { DeadlineChip } from '../../design/chip.js';
import { Panel } from '../../design/page.js';
import { dateTime } from '../../design/time.js';
import { WithdrawalForm } from './withdrawal-fields.js';
import { withdrawalTexts } from './withdrawal.texts.js';

/** To whoever has data under a consent that is gone: what becomes of the copy, and until when to say so. */
export function WithdrawalPanel({ handoffId }: { handoffId: string }) {
  const { data } = useQuery(withdrawalsQuery);
  const notices = (data?.items ?? []).filter(({ handoffs }) => handoffs.some(({ id }) => id === handoffId));
  return notices.map((notice) => <Asked key={notice.id} notice={notice} handoffId={handoffId} />);
}

function Asked({ notice, handoffId }: { notice: WithdrawalNotice; handoffId: string }) {
  const t = useTexts(withdrawalTexts);
  const display = useDisplay();
  const may = useMay();
  const { language } = useLanguage();
  const { answered, dueAt } = notice;
  if (answered)
    return (
      <Panel title={t.title}>
        <p>{t.answered(display(withdrawalAnswer, answered.answer), dateTime(answered.at, language))}</p>
      </Panel>
    );
  return (
    <Panel title={t.title} aside={<DeadlineChip dueAt={dueAt} />}>
      <p>{t.lead}</p>
      <p>
        {t.answerBy} <strong>{dateTime(dueAt, language)}</strong>
      </p>
      {may('handoff:answer') && <WithdrawalForm notice={notice} handoffId={handoffId} />}
    </Panel>
  );
}
