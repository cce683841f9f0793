import { useForm } from 'react-hook-form';
import { rejectionReason, type CodeOf } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { declineHandoff } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import type { ActionProps } from './action-props.js';
import { handoffTexts } from './texts.js';

interface Answer {
  reason: CodeOf<typeof rejectionReason>;
  note: string;
}

/** A reason from the list, and a word of advice: the sender must be able to go on at once. */
export function DeclineForm({ handoff, onDone, onBack }: ActionProps) {
  const t = useTexts(handoffTexts);
  const { language } = useLanguage();
  const act = useAct({
    doneText: t.declined,
    act: ({ reason, note }: Answer, key) =>
      declineHandoff(handoff, note.trim() ? { reason, note: note.trim() } : { reason }, key),
    onDone,
  });
  const { register, handleSubmit, watch, formState } = useForm<Answer>({ shouldFocusError: false });
  const { errors, submitCount } = formState;
  const isOther = watch('reason') === 'other';
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <p>{t.declineLead}</p>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={() => void onDone()} />
      <RadioGroup
        label={t.declineReason}
        hasColumns
        options={optionsOf(rejectionReason, language)}
        error={errors.reason?.message}
        {...register('reason', { required: t.required(t.declineReason) })}
      />
      <TextArea
        label={t.declineNote}
        hint={t.noteHint}
        isOptional={!isOther}
        maxLength={2_000}
        error={errors.note?.message}
        {...register('note', {
          validate: (note) => !isOther || note.trim() !== '' || t.required(t.declineNote),
        })}
      />
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.sendDecline}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}
