import { useState } from 'react';
import { handoffKind } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { dropDraft, findDraft } from '../../app/drafts.js';
import { useDisplay, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useMe } from '../../app/session/me.js';
import { stepsFor, takeStep, type HandoffAction } from '../../data/handoff-steps.js';
import type { Handoff } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow, type ButtonKind } from '../../design/button.js';
import { Panel } from '../../design/page.js';
import styles from './actions.module.css';
import { StepForm } from './step-form.js';
import { draftOf, type StepValues } from './step-values.js';
import { stepTexts } from './step.texts.js';
import { handoffTexts } from './texts.js';

export const reloadHandoff = () =>
  Promise.all(
    [['handoff'], ['handoffs'], ['cases'], ['custody'], ['clocks'], ['disclosures']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );

/** What this person may do now, as the service says; nothing else is offered. */
export function Actions({ handoff }: { handoff: Handoff }) {
  const t = useTexts(handoffTexts);
  const offered = useOffered(handoff);
  const draft = draftOf(handoff);
  const [chosen, choose] = useState(() => findDraft<StepValues>(draft)?.values.action);
  const close = () => {
    dropDraft(draft);
    choose(undefined);
  };
  if (offered.length === 0 && chosen === undefined) return null;
  return (
    <Panel title={t.actions}>
      {chosen ? (
        <StepForm
          key={chosen}
          handoff={handoff}
          action={chosen}
          isPossible={offered.includes(chosen)}
          onDone={async () => {
            await reloadHandoff();
            close();
          }}
          onBack={close}
        />
      ) : (
        <Choices handoff={handoff} offered={offered} onChoose={choose} />
      )}
    </Panel>
  );
}

/** Nobody signs twice. */
function useOffered(handoff: Handoff): readonly HandoffAction[] {
  const me = useMe();
  const hasSigned = handoff.rollback?.proposedBy === me.agencyId;
  return stepsFor(handoff).filter((action) => action !== 'roll-back' || !hasSigned);
}

/** What the turn is about; everything else is there for whoever needs it, and does not stand in the way. */
const leading: Readonly<Partial<Record<HandoffAction, ButtonKind>>> = {
  request: 'primary',
  accept: 'primary',
  resubmit: 'primary',
  start: 'secondary',
  complete: 'primary',
  fail: 'primary',
  'refuse-cancel': 'primary',
  cancel: 'secondary',
  reject: 'danger',
};

interface ChoicesProps {
  readonly handoff: Handoff;
  readonly offered: readonly HandoffAction[];
  readonly onChoose: (action: HandoffAction) => void;
}

function Choices({ handoff, offered, onChoose }: ChoicesProps) {
  const t = useTexts(stepTexts);
  const { accept } = useTexts(handoffTexts);
  const display = useDisplay();
  const nameOf = (action: HandoffAction) =>
    action === 'accept' ? accept(display(handoffKind, handoff.kind)) : t[`${action}.name`];
  // Who has just accepted begins; who is at it completes.
  const kindOf = (action: HandoffAction) =>
    action === 'complete' && offered.includes('start') ? 'secondary' : (leading[action] ?? 'secondary');
  const button = (action: HandoffAction) => (
    <Button key={action} kind={kindOf(action)} onClick={() => onChoose(action)}>
      {nameOf(action)}
    </Button>
  );
  const first = offered.filter((action) => action in leading);
  const others = offered.filter((action) => !(action in leading) && action !== 'receive');
  return (
    <>
      {first.length > 0 && <ButtonRow>{first.map(button)}</ButtonRow>}
      {offered.includes('receive') && <NotYet handoff={handoff} />}
      {others.length > 0 && (
        <div className={styles['group']}>
          <h3>{t.more}</h3>
          <ButtonRow>{others.map(button)}</ButtonRow>
        </div>
      )}
    </>
  );
}

/** For who has read it and cannot answer yet. */
function NotYet({ handoff }: Pick<ChoicesProps, 'handoff'>) {
  const t = useTexts(stepTexts);
  const receipt = useAct({
    doneText: t['receive.done'],
    act: (seen: Handoff, key) => takeStep('receive', seen, {}, key),
    onDone: reloadHandoff,
  });
  return (
    <div className={styles['group']}>
      <h3>{t.notYet}</h3>
      <p>{t['receive.lead']}</p>
      <ActFailure act={receipt} onReload={() => void reloadHandoff()} />
      <ButtonRow>
        <Button kind="secondary" isBusy={receipt.isBusy} onClick={() => receipt.run(handoff)}>
          {t['receive.name']}
        </Button>
      </ButtonRow>
    </div>
  );
}
