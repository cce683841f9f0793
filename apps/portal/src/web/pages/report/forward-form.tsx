import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { rejectionReason, type CodeOf } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useMe } from '../../app/session/me.js';
import { agenciesQuery, useAgencyName } from '../../data/agencies.js';
import { forwardReport } from '../../data/reports.js';
import { Button, ButtonRow } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { SelectField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { reportTexts } from './texts.js';
import type { TriageFormProps } from './triage-form-props.js';

interface Order {
  toAgencyId: string;
  reason: CodeOf<typeof rejectionReason>;
}

/** Receive and forward: the report moves on, the reporter is not sent away. */
export function ForwardForm({ report, onClose, onDone }: TriageFormProps) {
  const t = useTexts(reportTexts);
  const { language } = useLanguage();
  const me = useMe();
  const agency = useAgencyName();
  const agencies = (useQuery(agenciesQuery).data ?? []).filter(({ id }) => id !== me.agencyId);
  const [order, decide] = useState<Order>();
  const act = useAct({
    doneText: t.done,
    act: (decided: Order, key) => forwardReport(report, decided, key),
    onDone,
  });
  const { register, handleSubmit, formState } = useForm<Order>({ shouldFocusError: false });
  const { errors, submitCount } = formState;
  if (order)
    return (
      <Confirm
        title={t.confirmTitle}
        yes={t.confirmForwardButton}
        no={t.cancel}
        act={act}
        input={order}
        onBack={() => decide(undefined)}
        onReload={() => void onDone()}
      >
        <p>{t.confirmForward(agency(order.toAgencyId))}</p>
      </Confirm>
    );
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(decide)(event)}>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <SelectField
        label={t.toAgency}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.toAgencyId?.message}
        {...register('toAgencyId', { required: t.pick(t.toAgency) })}
      />
      <SelectField
        label={t.reason}
        options={optionsOf(rejectionReason, language)}
        error={errors.reason?.message}
        {...register('reason', { required: t.pick(t.reason) })}
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
