import { emergencyReason } from '@rujukan/contracts';
import { ProblemReply } from '../../app/call-api.js';
import { useDraftForm } from '../../app/draft-form.js';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { proveAgain } from '../../app/session/prove-again.js';
import { breakTheGlass, type Emergency } from '../../data/emergencies.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea, TextField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { Notice, Panel } from '../../design/page.js';
import { emergencyTexts } from './texts.js';

interface Wanted {
  caseNumber: string;
  reason: Emergency['reason'] | '';
  note: string;
}

/** One case by its exact number. Before anything is written stands what it means. */
export function OpenForm() {
  const t = useTexts(emergencyTexts);
  const { language } = useLanguage();
  const { methods, act } = useOpening();
  const { register, handleSubmit, formState } = methods;
  const { errors, submitCount } = formState;
  const needsProof =
    act.error instanceof ProblemReply && act.error.code === 'insufficient-user-authentication';
  return (
    <Panel title={t.open}>
      <Notice tone="warn">
        <p>{t.howLong}</p>
        <p>{t.whatIsSeen}</p>
        <p>{t.whoIsTold}</p>
      </Notice>
      <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
        <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
        {needsProof ? <ProveAgain /> : <ActFailure act={act} />}
        <TextField
          label={t.caseNumber}
          hint={t.caseNumberHint}
          isShort
          maxLength={20}
          error={errors.caseNumber?.message}
          {...register('caseNumber', {
            validate: (number) => number.trim() !== '' || t.required(t.caseNumber),
          })}
        />
        <RadioGroup
          label={t.reason}
          options={optionsOf(emergencyReason, language)}
          error={errors.reason?.message}
          {...register('reason', { required: t.pick(t.reason) })}
        />
        <TextArea
          label={t.note}
          hint={t.noteHint}
          rows={3}
          maxLength={1_000}
          error={errors.note?.message}
          {...register('note', { validate: (note) => note.trim().length >= 10 || t.short(t.note) })}
        />
        <div>
          <Button kind="danger" type="submit" isBusy={act.isBusy}>
            {t.submit}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

const empty: Wanted = { caseNumber: '', reason: '', note: '' };

function useOpening() {
  const t = useTexts(emergencyTexts);
  const { methods, act } = useDraftForm<Wanted>({
    name: '/darurat',
    empty,
    doneText: t.opened,
    act: ({ caseNumber, reason, note }, key) =>
      breakTheGlass(
        { caseNumber: caseNumber.trim(), reason: reason as Emergency['reason'], note: note.trim() },
        key,
      ),
    onDone: () => {
      methods.reset(empty);
      return queryClient.invalidateQueries({ queryKey: ['emergencies'] });
    },
  });
  return { methods, act };
}

/** The service wants to know that it is still the same person at this desk. */
function ProveAgain() {
  const t = useTexts(emergencyTexts);
  return (
    <div role="alert">
      <Notice tone="warn">
        <strong>{t.signInTitle}</strong>
        <p>{t.signInText}</p>
        <Button kind="secondary" onClick={() => void proveAgain()}>
          {t.signIn}
        </Button>
      </Notice>
    </div>
  );
}
