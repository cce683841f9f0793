import { useForm } from 'react-hook-form';
import { outcome, type CodeOf } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { completeHandoff } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import type { ActionProps } from './action-props.js';
import { handoffTexts } from './texts.js';

interface Result {
  outcome: CodeOf<typeof outcome>;
  note: string;
}

/** How it ended: the feedback that the sender waits for. */
export function CompleteForm({ handoff, onDone, onBack }: ActionProps) {
  const t = useTexts(handoffTexts);
  const { language } = useLanguage();
  const act = useAct({
    doneText: t.completed,
    act: ({ outcome: code, note }: Result, key) =>
      completeHandoff(handoff, note.trim() ? { outcome: code, note: note.trim() } : { outcome: code }, key),
    onDone,
  });
  const { register, handleSubmit, formState } = useForm<Result>({ shouldFocusError: false });
  const { errors, submitCount } = formState;
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      {handoff.kind === 'referral' && <p>{t.completeLead}</p>}
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={() => void onDone()} />
      <RadioGroup
        label={t.outcomeLabel}
        hasColumns
        options={optionsOf(outcome, language)}
        error={errors.outcome?.message}
        {...register('outcome', { required: t.required(t.outcomeLabel) })}
      />
      <TextArea label={t.outcomeNote} hint={t.noteHint} isOptional maxLength={2_000} {...register('note')} />
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.sendOutcome}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t.cancel}
        </Button>
      </ButtonRow>
    </form>
  );
}
