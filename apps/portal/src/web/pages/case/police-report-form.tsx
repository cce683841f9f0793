import { useForm } from 'react-hook-form';
import { useAct } from '../../app/act.js';
import { useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { openCaseFile, recordPoliceReport } from '../../data/cases.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { TextField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { caseTexts } from './texts.js';

/** The police know now: their number is kept, and the deadline stops. */
export function PoliceReportForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useTexts(caseTexts);
  const act = useAct({
    doneText: t.policeSaved,
    act: async ({ number }: { number: string }, key) =>
      recordPoliceReport(await openCaseFile(caseId, 'case-management'), number.trim(), key),
    onDone: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['timeline', 'intake', caseId] }),
        queryClient.invalidateQueries({ queryKey: ['cases'] }),
      ]);
      onClose();
    },
  });
  const { register, handleSubmit, formState } = useForm<{ number: string }>({ shouldFocusError: false });
  const { errors, submitCount } = formState;
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <p>{t.policeNeedsFile}</p>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} />
      <TextField
        label={t.policeNumber}
        hint={t.policeHint}
        maxLength={120}
        error={errors.number?.message}
        {...register('number', { validate: (number) => number.trim() !== '' || t.required(t.policeNumber) })}
      />
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.policeSave}
        </Button>
        <Button kind="secondary" onClick={onClose}>
          {t.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}
