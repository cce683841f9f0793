import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAct } from '../../app/act.js';
import { ProblemReply } from '../../app/call-api.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { agreePlan, supportQuery, type Support } from '../../data/support.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { Facts, Notice, Page, Panel } from '../../design/page.js';
import { Loaded } from '../../design/states.js';
import { day } from '../../design/time.js';
import { BackToCase } from '../case/back-to-case.js';
import { actionsIn, planForm, toPlan, type PlanForm } from './plan-form.js';
import { planTexts } from './texts.js';

export function PlanView({ caseId }: { caseId: string }) {
  const t = useTexts(planTexts);
  const query = useQuery(supportQuery(caseId));
  const heading = query.data?.plan ? t.headingRevise : t.headingNew;
  return (
    <Page tab={t.tab} heading={heading} lead={t.lead} back={<BackToCase id={caseId} />} isForm>
      <Loaded query={query}>{(support) => <PlanFields support={support} />}</Loaded>
    </Page>
  );
}

function PlanFields({ support }: { support: Support }) {
  const t = useTexts(planTexts);
  const { caseId } = support;
  const navigate = useNavigate();
  // The version that the author read. When another one wins, it moves on only after the author has seen theirs.
  const [seen, setSeen] = useState(support.version);
  const act = useAct({
    doneText: t.saved,
    act: (values: PlanForm) => agreePlan(caseId, toPlan(values), seen),
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: ['support', caseId] });
      await navigate({ to: '/k/$id', params: { id: caseId } });
    },
  });
  const isOutdated = act.error instanceof ProblemReply && act.error.code === 'stale-version';
  const reload = async () => {
    const fresh = await queryClient.query({ ...supportQuery(caseId), staleTime: 0 });
    setSeen(fresh.version);
  };
  return (
    <>
      {support.version !== seen || (isOutdated && support.plan) ? <Newest support={support} /> : null}
      <Panel title={t.panel}>
        <Fields start={planForm(support.plan)} act={act} caseId={caseId} onReload={() => void reload()} />
      </Panel>
    </>
  );
}

/** Both versions in sight: nobody's work is overwritten unseen. */
function Newest({ support }: { support: Support }) {
  const t = useTexts(planTexts);
  const { language } = useLanguage();
  const plannedEnd = support.plan?.plannedEnd;
  return (
    <Notice tone="warn">
      <strong>{t.changedTitle}</strong>
      <p>{t.changedText}</p>
      <Facts
        facts={[
          [t.objective, support.plan?.objective],
          [t.actions, support.plan?.actions.join('\n')],
          [t.plannedEnd, plannedEnd && day(plannedEnd, language)],
        ]}
      />
    </Notice>
  );
}

interface FieldsProps {
  readonly start: PlanForm;
  readonly act: ReturnType<typeof useAct<PlanForm, unknown>>;
  readonly caseId: string;
  readonly onReload: () => void;
}

function Fields({ start, act, caseId, onReload }: FieldsProps) {
  const t = useTexts(planTexts);
  const { register, handleSubmit, control, formState } = useForm<PlanForm>({
    shouldFocusError: false,
    defaultValues: start,
  });
  const { errors, submitCount } = formState;
  const checkActions = (text: string) => {
    const actions = actionsIn(text);
    if (actions.length === 0) return t.required(t.actions);
    if (actions.length > 20) return t.tooMany;
    return actions.every((action) => action.length <= 300) || t.tooLong;
  };
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={onReload} />
      <TextArea
        label={t.objective}
        hint={t.objectiveHint}
        maxLength={1_000}
        rows={3}
        error={errors.objective?.message}
        {...register('objective', { validate: (text) => text.trim() !== '' || t.required(t.objective) })}
      />
      <TextArea
        label={t.actions}
        hint={t.actionsHint}
        error={errors.actions?.message}
        {...register('actions', { validate: checkActions })}
      />
      <DateField label={t.plannedEnd} isOptional control={control} name="plannedEnd" />
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.save}
        </Button>
        <LinkButton kind="secondary" to="/k/$id" params={{ id: caseId }}>
          {t.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
