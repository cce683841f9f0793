import { useState } from 'react';
import { handoffKind } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { acceptHandoff, confirmReceipt, type Handoff, type HandoffAction } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { Panel } from '../../design/page.js';
import type { ActionProps } from './action-props.js';
import styles from './actions.module.css';
import { CompleteForm } from './complete-form.js';
import { DeclineForm } from './decline-form.js';
import { SharedGroups } from './envelope.js';
import { handoffTexts } from './texts.js';

type Chosen = 'accept' | 'decline' | 'complete' | undefined;

const reload = () =>
  Promise.all(
    [['handoff'], ['handoffs'], ['cases'], ['custody']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );

/** What the agency may do now, as the service says; nothing else is offered. */
export function Actions({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const [chosen, choose] = useState<Chosen>();
  const close = () => choose(undefined);
  const done = async () => {
    await reload();
    close();
  };
  return (
    <Panel title={t.actions}>
      {chosen === 'accept' && <AcceptStep handoff={handoff} onDone={done} onBack={close} />}
      {chosen === 'decline' && <DeclineForm handoff={handoff} onDone={done} onBack={close} />}
      {chosen === 'complete' && <CompleteForm handoff={handoff} onDone={done} onBack={close} />}
      {chosen === undefined && <Choices handoff={handoff} onChoose={choose} />}
    </Panel>
  );
}

function AcceptStep({ handoff, onDone, onBack }: ActionProps) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const act = useAct({
    doneText: t.accepted(display(handoffKind, handoff.kind)),
    act: (seen: Handoff, key) => acceptHandoff(seen, key),
    onDone,
  });
  return (
    <Confirm
      title={t.confirmTitle}
      yes={t.yesAccept}
      no={t.cancel}
      act={act}
      input={handoff}
      onBack={onBack}
      onReload={() => void reload()}
    >
      <p>{handoff.kind === 'transfer' ? t.confirmTransfer : t.confirmAccept}</p>
      <SharedGroups handoff={handoff} />
    </Confirm>
  );
}

function Choices({ handoff, onChoose }: { handoff: Handoff; onChoose: (chosen: Chosen) => void }) {
  const t = useTexts(handoffTexts);
  const display = useDisplay();
  const can = (action: HandoffAction) => handoff.allowedActions.includes(action);
  return (
    <>
      <ButtonRow>
        {can('accept') && (
          <Button onClick={() => onChoose('accept')}>{t.accept(display(handoffKind, handoff.kind))}</Button>
        )}
        {(can('complete') || can('fail')) && (
          <Button
            kind={handoff.status === 'accepted' ? 'secondary' : 'primary'}
            onClick={() => onChoose('complete')}
          >
            {t.complete}
          </Button>
        )}
        {can('reject') && (
          <Button kind="danger" onClick={() => onChoose('decline')}>
            {t.decline}
          </Button>
        )}
      </ButtonRow>
      {can('receive') && <NotYet handoff={handoff} />}
    </>
  );
}

/** For who has read it and cannot answer yet. */
function NotYet({ handoff }: Pick<ActionProps, 'handoff'>) {
  const t = useTexts(handoffTexts);
  const receipt = useAct({
    doneText: t.received,
    act: (seen: Handoff, key) => confirmReceipt(seen, key),
    onDone: reload,
  });
  return (
    <div className={styles['notYet']}>
      <h3>{t.receiveTitle}</h3>
      <p>{t.receiveHint}</p>
      <ActFailure act={receipt} onReload={() => void reload()} />
      <ButtonRow>
        <Button kind="secondary" isBusy={receipt.isBusy} onClick={() => receipt.run(handoff)}>
          {t.receive}
        </Button>
      </ButtonRow>
    </div>
  );
}
