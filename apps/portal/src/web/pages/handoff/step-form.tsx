import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useAct } from '../../app/act.js';
import { LineDown } from '../../app/call-api.js';
import { dropDraft, findDraft, keepDraft } from '../../app/drafts.js';
import { useTexts } from '../../app/language/language.js';
import { takeStep, type HandoffAction } from '../../data/handoff-steps.js';
import type { Handoff } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { Notice } from '../../design/page.js';
import styles from './actions.module.css';
import { SharedGroups } from './envelope.js';
import { StepFields } from './step-fields.js';
import { draftOf, emptyStep, wordsOf, type StepValues } from './step-values.js';
import { stepTexts } from './step.texts.js';
import { handoffTexts } from './texts.js';

interface Props {
  readonly handoff: Handoff;
  readonly action: HandoffAction;
  /** False when the handoff has moved on while the form was open. */
  readonly isPossible: boolean;
  readonly onDone: () => Promise<unknown>;
  readonly onBack: () => void;
}

const harmful: readonly HandoffAction[] = ['reject', 'recall', 'enter-in-error', 'roll-back'];

/** One step: what it means, what it asks for, and yes or no. What is written survives a lost line. */
export function StepForm({ handoff, action, isPossible, onDone, onBack }: Props) {
  const t = useTexts(stepTexts);
  const { methods, act } = useStep({ handoff, action, onDone });
  const { errors, submitCount } = methods.formState;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isOver = !isPossible && !act.isBusy;
  return (
    <FormProvider {...methods}>
      <form
        noValidate
        className={form['form']}
        onSubmit={(event) => void methods.handleSubmit(act.run)(event)}
      >
        <h3 ref={heading} tabIndex={-1} className={styles['step']}>
          {t[`${action}.name`]}
        </h3>
        <Meaning handoff={handoff} action={action} />
        <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
        <ActFailure act={act} onReload={() => void onDone()} />
        <StepFields handoff={handoff} action={action} />
        {isOver && (
          <Notice tone="warn">
            <p>{t.changed}</p>
          </Notice>
        )}
        <ButtonRow>
          {!isOver && (
            <Button type="submit" kind={harmful.includes(action) ? 'danger' : 'primary'} isBusy={act.isBusy}>
              {t[`${action}.send`]}
            </Button>
          )}
          <Button kind="secondary" onClick={onBack}>
            {t.back}
          </Button>
        </ButtonRow>
      </form>
    </FormProvider>
  );
}

function Meaning({ handoff, action }: Pick<Props, 'handoff' | 'action'>) {
  const t = useTexts(stepTexts);
  const { confirmTransfer } = useTexts(handoffTexts);
  if (action === 'accept')
    return (
      <>
        <p>{handoff.kind === 'transfer' ? confirmTransfer : t['accept.lead']}</p>
        <SharedGroups handoff={handoff} />
      </>
    );
  return <p>{t[`${action}.lead`]}</p>;
}

function useStep({ handoff, action, onDone }: Pick<Props, 'handoff' | 'action' | 'onDone'>) {
  const t = useTexts(stepTexts);
  const name = draftOf(handoff);
  const [draft] = useState(() => findStep(name, action) ?? keepDraft(name, emptyStep(action)));
  const methods = useForm<StepValues>({ defaultValues: draft.values, shouldFocusError: false });
  useEffect(() => {
    const subscription = methods.watch((values) => void keepDraft(name, structuredClone(values)));
    return () => subscription.unsubscribe();
  }, [methods, name]);
  const act = useAct({
    key: draft.key,
    doneText: t[`${action}.done`],
    act: (values: StepValues, key) => takeStep(action, handoff, wordsOf(values), key),
    onDone: () => {
      dropDraft(name);
      return onDone();
    },
  });
  useEffect(() => {
    if (act.error instanceof LineDown) keepDraft(name, methods.getValues(), { state: 'unsent' });
  }, [act.error, act.failures, name, methods]);
  return { methods, act };
}

/** What was written for this very step; a form for another one begins empty. */
function findStep(name: string, action: HandoffAction) {
  const draft = findDraft<StepValues>(name);
  if (draft && draft.values.action !== action) dropDraft(name);
  return draft?.values.action === action ? draft : undefined;
}
