import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm, type UseFormReturn } from 'react-hook-form';
import { useAct } from '../../app/act.js';
import { LineDown } from '../../app/call-api.js';
import { dropDraft, findDraft, keepDraft } from '../../app/drafts.js';
import { useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { fileReport, type Receipt } from '../../data/reports.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Discard } from '../../design/discard.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { Page, Panel } from '../../design/page.js';
import { Steps } from '../../design/steps.js';
import { CheckStep } from './check-step.js';
import { ChildrenStep } from './children-step.js';
import { EventStep } from './event-step.js';
import { mistakesIn } from './field-error.js';
import { PatternStep } from './pattern-step.js';
import { emptyReport, toReport, type ReportForm } from './report-form.js';
import { ReporterStep } from './reporter-step.js';
import { fieldsOfStep, lastStep, stepNames, stepOfField } from './steps.js';
import { fileReportTexts } from './texts.js';
import styles from './view.module.css';

/** Name of the draft: the address that leads back to it. */
const draftName = '/l/baru';

/** A report in five steps. What is written survives other pages and a lost line; it is sent once, however often it is tried. */
export function FileReportView() {
  const t = useTexts(fileReportTexts);
  const draft = useRef(findDraft<ReportForm>(draftName) ?? keepDraft(draftName, emptyReport()));
  const form = useForm<ReportForm>({ defaultValues: draft.current.values, mode: 'onSubmit' });
  const [step, setStep] = useState(draft.current.state === 'unsent' ? lastStep : 0);
  useKeptDraft(form);
  const body = useRef<HTMLDivElement>(null);
  const goTo = (next: number) => {
    setStep(next);
    scrollTo(0, 0);
    body.current?.focus();
  };
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead} isForm>
      <Steps
        label={t.steps}
        isForm
        steps={stepNames(t).map((name, index) => ({
          name,
          state: index < step ? 'done' : index === step ? 'current' : 'todo',
        }))}
      />
      <div ref={body} tabIndex={-1} role="group" aria-label={t.stepOf(step + 1, stepNames(t)[step] ?? '')}>
        <FormProvider {...form}>
          {step === lastStep ? (
            <Send form={form} onStep={goTo} draftKey={draft.current.key} />
          ) : (
            <Fill key={step} form={form} step={step} onStep={goTo} />
          )}
        </FormProvider>
      </div>
      <p className={styles['kept']}>{t.kept}</p>
    </Page>
  );
}

function useKeptDraft(form: UseFormReturn<ReportForm>): void {
  useEffect(() => {
    const subscription = form.watch((values) => void keepDraft(draftName, structuredClone(values)));
    return () => subscription.unsubscribe();
  }, [form]);
}

interface StepProps {
  readonly form: UseFormReturn<ReportForm>;
  readonly onStep: (step: number) => void;
}

function Fill({ form, step, onStep }: StepProps & { step: number }) {
  const t = useTexts(fileReportTexts);
  const [attempt, setAttempt] = useState(0);
  const fields = fieldsOfStep(step, form.getValues());
  const { errors } = form.formState;
  const next = async () => {
    if (await form.trigger([...fields])) onStep(step + 1);
    else setAttempt((count) => count + 1);
  };
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <ErrorSummary mistakes={mistakesIn(errors, fields)} attempt={attempt} />
      <StepPanel step={step} />
      <ButtonRow>
        <Button type="submit">{t.next}</Button>
        {step > 0 && (
          <Button kind="secondary" onClick={() => onStep(step - 1)}>
            {t.back}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}

function StepPanel({ step }: { step: number }) {
  const t = useTexts(fileReportTexts);
  const bodies = [
    <EventStep key="0" />,
    <ChildrenStep key="1" />,
    <PatternStep key="2" />,
    <ReporterStep key="3" />,
  ];
  return <Panel title={stepNames(t)[step] ?? ''}>{bodies[step]}</Panel>;
}

function Send({ form, onStep, draftKey }: StepProps & { draftKey: string }) {
  const t = useTexts(fileReportTexts);
  const navigate = useNavigate();
  const act = useAct<ReportForm, Receipt>({
    key: draftKey,
    doneText: t.sent,
    act: (values, key) => fileReport(toReport(values), key),
    onDone: async (receipt) => {
      dropDraft(draftName);
      queryClient.setQueryData(['receipt', receipt.id], receipt);
      await queryClient.invalidateQueries({ queryKey: ['reports'] });
      await navigate({ to: '/l/$id/bukti', params: { id: receipt.id }, replace: true });
    },
  });
  useEffect(() => {
    if (act.error instanceof LineDown) keepDraft(draftName, form.getValues(), { state: 'unsent' });
  }, [act.error, act.failures, form]);
  const discard = async () => {
    dropDraft(draftName);
    await navigate({ to: '/l' });
  };
  return (
    <div className={styles['form']}>
      <ActFailure act={act} onField={(name) => onStep(stepOfField(name))} onReload={() => void discard()} />
      <CheckStep onChange={onStep} />
      <ButtonRow>
        <Button isBusy={act.isBusy} onClick={() => act.run(form.getValues())}>
          {t.send}
        </Button>
        <Button kind="secondary" onClick={() => onStep(lastStep - 1)}>
          {t.back}
        </Button>
        <Discard onDiscard={() => void discard()} />
      </ButtonRow>
    </div>
  );
}
