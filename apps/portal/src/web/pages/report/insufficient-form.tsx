import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { fieldGroup, type FieldGroup } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { markInsufficient } from '../../data/reports.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { CheckGroup } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { reportTexts } from './texts.js';
import type { TriageFormProps } from './triage-form-props.js';

/** Says what is missing; the report stays open. */
export function InsufficientForm({ report, onClose, onDone }: TriageFormProps) {
  const t = useTexts(reportTexts);
  const { language } = useLanguage();
  const [missing, decide] = useState<readonly FieldGroup[]>();
  const act = useAct({
    doneText: t.done,
    act: (groups: readonly FieldGroup[], key) => markInsufficient(report, groups, key),
    onDone: async () => {
      await onDone();
      onClose();
    },
  });
  const { register, handleSubmit, formState } = useForm<{ missing: FieldGroup[] }>({
    shouldFocusError: false,
    defaultValues: { missing: [] },
  });
  const { errors, submitCount } = formState;
  if (missing)
    return (
      <Confirm
        title={t.confirmTitle}
        yes={t.confirmInsufficientButton}
        no={t.cancel}
        act={act}
        input={missing}
        onBack={() => decide(undefined)}
        onReload={() => void onDone()}
      >
        <p>{t.confirmInsufficient}</p>
      </Confirm>
    );
  return (
    <form
      noValidate
      className={form['form']}
      onSubmit={(event) => void handleSubmit((values) => decide(values.missing))(event)}
    >
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <CheckGroup
        label={t.missingFields}
        hasColumns
        options={optionsOf(fieldGroup, language)}
        error={errors.missing?.message}
        {...register('missing', { validate: (groups) => groups.length > 0 || t.pick(t.missingFields) })}
      />
      <ButtonRow>
        <Button type="submit">{t.continue}</Button>
        <Button kind="secondary" onClick={onClose}>
          {t.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}
