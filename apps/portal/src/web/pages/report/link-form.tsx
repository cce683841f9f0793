import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, type UseFormRegister } from 'react-hook-form';
import { useAct } from '../../app/act.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import type { Page } from '../../data/page.js';
import { linkDuplicate, reportsQuery, type ListedReport } from '../../data/reports.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { Listed } from '../../design/more.js';
import { dateTime } from '../../design/time.js';
import { reportTexts } from './texts.js';
import type { TriageFormProps } from './triage-form-props.js';

/** Two reports about the same event and the same children become one piece of work; both stay readable. */
export function LinkForm({ report, onClose, onDone }: TriageFormProps) {
  const t = useTexts(reportTexts);
  const query = useInfiniteQuery(reportsQuery('received', undefined));
  const [primary, decide] = useState<string>();
  const act = useAct({
    doneText: t.done,
    act: (id: string, key) => linkDuplicate(report, id, key),
    onDone,
  });
  const { register, handleSubmit, formState } = useForm<{ primary: string }>({ shouldFocusError: false });
  const { errors, submitCount } = formState;
  const numberOf = (id: string) =>
    query.data?.pages.flatMap((page) => page.items).find((one) => one.id === id)?.number ?? '';
  if (primary)
    return (
      <Confirm
        title={t.confirmTitle}
        yes={t.confirmLinkButton}
        no={t.cancel}
        act={act}
        input={primary}
        onBack={() => decide(undefined)}
        onReload={() => void onDone()}
      >
        <p>{t.confirmLink(numberOf(primary))}</p>
      </Confirm>
    );
  return (
    <form
      noValidate
      className={form['form']}
      onSubmit={(event) => void handleSubmit((values) => decide(values.primary))(event)}
    >
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <PrimaryChoice report={report} query={query} register={register} error={errors.primary?.message} />
      <ButtonRow>
        <Button type="submit">{t.continue}</Button>
        <Button kind="secondary" onClick={onClose}>
          {t.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}

interface PrimaryChoiceProps extends Pick<TriageFormProps, 'report'> {
  readonly query: UseInfiniteQueryResult<{ pages: Page<ListedReport>[] }>;
  readonly register: UseFormRegister<{ primary: string }>;
  readonly error: string | undefined;
}

function PrimaryChoice({ report, query, register, error }: PrimaryChoiceProps) {
  const t = useTexts(reportTexts);
  const { language } = useLanguage();
  return (
    <Listed query={query} empty={<p>{t.noOther}</p>}>
      {(reports) => {
        const others = reports.filter(
          // A report that hangs on another one cannot carry a third.
          (one) => one.id !== report.id && one.status !== 'linked-duplicate',
        );
        if (others.length === 0) return <p>{t.noOther}</p>;
        return (
          <RadioGroup
            label={t.primary}
            hint={t.primaryHint}
            options={others.map((one) => ({
              value: one.id,
              label: one.number,
              hint: dateTime(one.receivedAt, language),
            }))}
            error={error}
            {...register('primary', { required: t.pick(t.primary) })}
          />
        );
      }}
    </Listed>
  );
}
