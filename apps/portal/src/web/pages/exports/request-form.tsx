import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { exportReason } from '@rujukan/contracts';
import { useDraftForm } from '../../app/draft-form.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { agenciesQuery } from '../../data/agencies.js';
import { requestExport, type NewExport } from '../../data/exports.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button } from '../../design/button.js';
import { caseCodeOf } from '../../design/case-code.js';
import { DateField } from '../../design/date-field.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { SelectField, TextField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { Panel } from '../../design/page.js';
import { exportsTexts } from './texts.js';
import { criteriaOf, nothingWanted, type Wanted } from './wanted.js';

/** Which entries, and what for. What is in the log now is what will be in the package. */
export function RequestForm() {
  const t = useTexts(exportsTexts);
  const { language } = useLanguage();
  // A date field remembers what was typed: a new request begins with new ones.
  const [round, startAnew] = useState(0);
  const { methods, act } = useDraftForm<Wanted>({
    name: '/ekspor',
    empty: nothingWanted,
    doneText: t.asked,
    act: ({ reason, ...wanted }, key) =>
      requestExport({ reason: reason as NewExport['reason'], criteria: criteriaOf(wanted) }, key),
    onDone: () => {
      methods.reset(nothingWanted);
      startAnew((round) => round + 1);
      return queryClient.invalidateQueries({ queryKey: ['exports'] });
    },
  });
  const { errors, submitCount } = methods.formState;
  return (
    <Panel title={t.ask}>
      <p>{t.whatIsIn}</p>
      <p>{t.whoApproves}</p>
      <form
        noValidate
        className={form['form']}
        onSubmit={(event) => void methods.handleSubmit(act.run)(event)}
      >
        <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
        <ActFailure act={act} />
        <SelectField
          label={t.reason}
          options={optionsOf(exportReason, language)}
          error={errors.reason?.message}
          {...methods.register('reason', { required: t.pick(t.reason) })}
        />
        <CriteriaFields key={round} methods={methods} />
        <div>
          <Button type="submit" isBusy={act.isBusy}>
            {t.submit}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function CriteriaFields({ methods }: { methods: UseFormReturn<Wanted> }) {
  const t = useTexts(exportsTexts);
  const { register, control, formState } = methods;
  const agencies = useQuery(agenciesQuery).data ?? [];
  const isNarrowed = ({ reason: _reason, ...wanted }: Wanted) =>
    Object.values(wanted).some((value) => value.trim() !== '');
  return (
    <>
      <TextField
        label={t.case}
        hint={t.caseHint}
        isOptional
        error={formState.errors.case?.message}
        {...register('case', {
          validate: {
            code: (text) => text.trim() === '' || caseCodeOf(text) !== undefined || t.caseWrong,
            narrowed: (_text, wanted) => isNarrowed(wanted) || t.nothing,
          },
        })}
      />
      <SelectField
        label={t.agency}
        emptyLabel={t.allAgencies}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        {...register('agency')}
      />
      <SelectField
        label={t.outcome}
        emptyLabel={t.allOutcomes}
        options={(['success', 'denied', 'failed'] as const).map((value) => ({ value, label: t[value] }))}
        {...register('outcome')}
      />
      <DateField label={t.from} isOptional control={control} name="from" />
      <DateField label={t.to} isOptional control={control} name="to" />
    </>
  );
}
