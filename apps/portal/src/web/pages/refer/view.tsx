import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FormProvider, useForm, type FieldPath, type UseFormReturn } from 'react-hook-form';
import { findDraft, keepDraft } from '../../app/drafts.js';
import { useTexts } from '../../app/language/language.js';
import { custodyQuery, type Custody } from '../../data/cases.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { Page, Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { Steps } from '../../design/steps.js';
import { BackToCase } from '../case/back-to-case.js';
import { BasisStep } from './basis-step.js';
import { CheckStep } from './check-step.js';
import { NeedStep } from './need-step.js';
import { emptyReferral, type ReferForm } from './refer-form.js';
import { referTexts } from './texts.js';

interface Props {
  readonly caseId: string;
  readonly isTransfer: boolean;
  readonly serviceType: string;
}

const lastStep = 2;

const fieldsOf: readonly (readonly FieldPath<ReferForm>[])[] = [
  ['serviceType', 'serviceId', 'agencyId'],
  ['basis', 'article', 'purpose', 'priority', 'note'],
];

/** Hands a case, or the answer to one need of the child, to another agency: in three steps, with a preview of what travels. */
export function ReferView({ caseId, isTransfer, serviceType }: Props) {
  const t = useTexts(referTexts);
  const custody = useQuery(custodyQuery(caseId));
  return (
    <Page
      tab={t.tab}
      heading={isTransfer ? t.headingTransfer : t.headingReferral}
      lead={isTransfer ? t.leadTransfer : t.leadReferral}
      back={<BackToCase id={caseId} />}
      isForm
    >
      <Loaded query={custody}>
        {({ need }) => (
          <Wizard caseId={caseId} isTransfer={isTransfer} serviceType={serviceType} need={need} />
        )}
      </Loaded>
    </Page>
  );
}

function Wizard({
  caseId,
  isTransfer,
  serviceType,
  need,
}: Props & { readonly need: Custody['need'] | undefined }) {
  const t = useTexts(referTexts);
  const draftName = `/k/${caseId}/kirim${isTransfer ? '?jenis=pelimpahan' : ''}`;
  const draft = useRef(
    findDraft<ReferForm>(draftName) ?? keepDraft(draftName, emptyReferral(serviceType, need)),
  );
  const methods = useForm<ReferForm>({ defaultValues: draft.current.values, shouldFocusError: false });
  const [step, setStep] = useState(draft.current.state === 'unsent' ? lastStep : 0);
  const body = useRef<HTMLDivElement>(null);
  useKept(methods, draftName);
  const goTo = (next: number) => {
    setStep(next);
    scrollTo(0, 0);
    body.current?.focus();
  };
  const names = [t.stepNeed, t.stepBasis, t.stepCheck];
  return (
    <>
      <Steps
        label={t.steps}
        isForm
        steps={names.map((name, index) => ({
          name,
          state: index < step ? 'done' : index === step ? 'current' : 'todo',
        }))}
      />
      <div ref={body} tabIndex={-1} role="group" aria-label={t.stepOf(step + 1, names[step] ?? '')}>
        <FormProvider {...methods}>
          {step === lastStep ? (
            <CheckStep
              caseId={caseId}
              isTransfer={isTransfer}
              draft={{ name: draftName, key: draft.current.key }}
              onStep={goTo}
            />
          ) : (
            <Fill
              key={step}
              caseId={caseId}
              methods={methods}
              step={step}
              isTransfer={isTransfer}
              onStep={goTo}
            />
          )}
        </FormProvider>
      </div>
    </>
  );
}

function useKept(methods: UseFormReturn<ReferForm>, draftName: string): void {
  useEffect(() => {
    const subscription = methods.watch((values) => void keepDraft(draftName, structuredClone(values)));
    return () => subscription.unsubscribe();
  }, [methods, draftName]);
}

interface FillProps {
  readonly caseId: string;
  readonly methods: UseFormReturn<ReferForm>;
  readonly step: number;
  readonly isTransfer: boolean;
  readonly onStep: (step: number) => void;
}

function Fill({ caseId, methods, step, isTransfer, onStep }: FillProps) {
  const t = useTexts(referTexts);
  const [attempt, setAttempt] = useState(0);
  const next = async () => {
    if (await methods.trigger([...(fieldsOf[step] ?? [])])) onStep(step + 1);
    else setAttempt((count) => count + 1);
  };
  return (
    <form
      noValidate
      className={form['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <ErrorSummary mistakes={formMistakes(methods.formState.errors)} attempt={attempt} />
      <Panel title={step === 0 ? t.stepNeed : t.stepBasis}>
        {step === 0 ? (
          <NeedStep isTransfer={isTransfer} />
        ) : (
          <BasisStep caseId={caseId} isTransfer={isTransfer} />
        )}
      </Panel>
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
