import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { agencyType, exploitationType, riskLevel } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyType } from '../../data/agencies.js';
import { acceptReport, type Triage as TriageDecision } from '../../data/reports.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { CheckGroup, RadioGroup, SelectField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { policeKnow } from './police.js';
import { reportTexts } from './texts.js';
import type { TriageFormProps } from './triage-form-props.js';

interface Values {
  riskLevel: string;
  exploitationTypes: string[];
  authority: string;
}

export function AcceptForm({ report, onClose, onDone }: TriageFormProps) {
  const t = useTexts(reportTexts);
  const [decision, decide] = useState<TriageDecision>();
  const act = useAct({
    doneText: t.done,
    act: (triage: TriageDecision, key) => acceptReport(report, triage, key),
    onDone,
  });
  const { register, handleSubmit, formState } = useForm<Values>({
    shouldFocusError: false,
    defaultValues: {
      riskLevel: '',
      exploitationTypes: [...(report.exploitationTypes ?? [])],
      authority: '',
    },
  });
  if (decision)
    return (
      <Confirm
        title={t.confirmTitle}
        yes={t.confirmAcceptButton}
        no={t.cancel}
        act={act}
        input={decision}
        onBack={() => decide(undefined)}
        onReload={() => void onDone()}
      >
        <p>{t.confirmAccept(report.children?.length ?? 0)}</p>
        <PoliceClock report={report} />
      </Confirm>
    );
  return (
    <form
      noValidate
      className={form['form']}
      onSubmit={(event) => void handleSubmit((values) => decide(values as TriageDecision))(event)}
    >
      <ErrorSummary mistakes={formMistakes(formState.errors)} attempt={formState.submitCount} />
      <AcceptFields register={register} errors={formState.errors} />
      <ButtonRow>
        <Button type="submit">{t.continue}</Button>
        <Button kind="secondary" onClick={onClose}>
          {t.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Whether accepting starts the time in which the police must be told. */
function PoliceClock({ report }: Pick<TriageFormProps, 'report'>) {
  const t = useTexts(reportTexts);
  const typeOf = useAgencyType();
  const texts = { yes: t.policeKnow, no: t.confirmClock, perhaps: t.confirmClockPerhaps };
  return <p>{texts[policeKnow(report, typeOf)]}</p>;
}

type Fields = Pick<ReturnType<typeof useForm<Values>>, 'register'> & {
  readonly errors: ReturnType<typeof useForm<Values>>['formState']['errors'];
};

function AcceptFields({ register, errors }: Fields) {
  const t = useTexts(reportTexts);
  const { language } = useLanguage();
  return (
    <>
      <RadioGroup
        label={t.riskLevel}
        hint={t.riskHint}
        options={optionsOf(riskLevel, language)}
        error={errors.riskLevel?.message}
        {...register('riskLevel', { required: t.pick(t.riskLevel) })}
      />
      <CheckGroup
        label={t.exploitationTypes}
        hasColumns
        options={optionsOf(exploitationType, language)}
        error={errors.exploitationTypes?.message}
        {...register('exploitationTypes', {
          validate: (codes) => codes.length > 0 || t.pick(t.exploitationTypes),
        })}
      />
      <SelectField
        label={t.authority}
        options={optionsOf(agencyType, language)}
        error={errors.authority?.message}
        {...register('authority', { required: t.pick(t.authority) })}
      />
    </>
  );
}
