import { lateReason, type CodeOf } from '@rujukan/contracts';
import { useForm, type FieldErrors, type UseFormRegister } from 'react-hook-form';
import { useAct } from '../../app/act.js';
import { ProblemReply } from '../../app/call-api.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { openCaseFile, recordPoliceReport } from '../../data/cases.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea, TextField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { caseTexts } from './texts.js';

interface Answer {
  number: string;
  /** Asked for only where the time had passed. */
  code?: CodeOf<typeof lateReason>;
  text?: string;
}

const toReport = ({ number, code, text }: Answer) => ({
  policeReportNumber: number.trim(),
  ...(code && text ? { lateReason: { code, text: text.trim() } } : {}),
});

/** The police know now: their number is kept, and the deadline stops. After 3×24 hours it asks why so late. */
export function PoliceReportForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useTexts(caseTexts);
  const finish = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['timeline', 'intake', caseId] }),
      queryClient.invalidateQueries({ queryKey: ['cases'] }),
    ]);
    onClose();
  };
  const act = useAct({
    doneText: t.policeSaved,
    act: async (answer: Answer, key) =>
      recordPoliceReport(await openCaseFile(caseId, 'case-management'), toReport(answer), key),
    onDone: finish,
  });
  const { register, handleSubmit, watch, formState } = useForm<Answer>({ shouldFocusError: false });
  const { errors, submitCount } = formState;
  const isAsked = act.error instanceof ProblemReply && act.error.code === 'late-reason-missing';
  const isLate = isAsked || watch('code') !== undefined;
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <p>{t.policeNeedsFile}</p>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={() => void finish()} />
      <TextField
        label={t.policeNumber}
        hint={t.policeHint}
        maxLength={120}
        error={errors.number?.message}
        {...register('number', { validate: (number) => number.trim() !== '' || t.required(t.policeNumber) })}
      />
      {isLate && <LateFields register={register} errors={errors} />}
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

/** Why the limit of the law was missed: a code, and words. */
function LateFields(of: { register: UseFormRegister<Answer>; errors: FieldErrors<Answer> }) {
  const t = useTexts(caseTexts);
  const { language } = useLanguage();
  const { register, errors } = of;
  return (
    <>
      <RadioGroup
        label={t.lateReason}
        options={optionsOf(lateReason, language)}
        error={errors.code?.message}
        {...register('code', { required: t.pick(t.lateReason) })}
      />
      <TextArea
        label={t.lateText}
        hint={t.lateHint}
        maxLength={1_000}
        error={errors.text?.message}
        {...register('text', {
          validate: (text) => (text ?? '').trim().length >= 10 || t.required(t.lateText),
        })}
      />
    </>
  );
}
