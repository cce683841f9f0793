import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { closureReason } from '@rujukan/contracts';
import { useAct } from '../../app/act.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { requestClosure, type ClosureReason } from '../../data/support.js';
import { Button, ButtonRow, LinkButton } from '../../design/button.js';
import { Confirm } from '../../design/confirm.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { Facts, Page, Panel } from '../../design/page.js';
import { BackToCase } from '../case/back-to-case.js';
import { closureTexts } from './texts.js';

interface Asked {
  reason: ClosureReason;
  note: string;
}

/** Reasons that do not speak for themselves. */
const needNote: readonly ClosureReason[] = ['other-with-reason', 'child-withdrew', 'turned-18-adult-service'];

/** Asks a second person to let the case end. */
export function ClosureView({ caseId }: { caseId: string }) {
  const t = useTexts(closureTexts);
  const display = useDisplay();
  const [asked, ask] = useState<Asked>();
  const navigate = useNavigate();
  const act = useAct({
    doneText: t.sent,
    act: ({ reason, note }: Asked, key) =>
      requestClosure(caseId, note.trim() ? { reason, note: note.trim() } : { reason }, key),
    onDone: async () => {
      await queryClient.invalidateQueries({ queryKey: ['support', caseId] });
      await navigate({ to: '/k/$id', params: { id: caseId } });
    },
  });
  return (
    <Page tab={t.tab} heading={t.heading} lead={t.lead} back={<BackToCase id={caseId} />} isForm>
      <Panel title={t.panel}>
        {asked ? (
          <Confirm
            title={t.confirmTitle}
            yes={t.yes}
            no={t.cancel}
            act={act}
            input={asked}
            onBack={() => ask(undefined)}
          >
            <Facts
              facts={[
                [t.reason, display(closureReason, asked.reason)],
                [t.note, asked.note],
              ]}
            />
            <p>{t.confirm}</p>
          </Confirm>
        ) : (
          <AskFields caseId={caseId} onAsk={ask} />
        )}
      </Panel>
    </Page>
  );
}

function AskFields({ caseId, onAsk }: { caseId: string; onAsk: (asked: Asked) => void }) {
  const t = useTexts(closureTexts);
  const { language } = useLanguage();
  const { register, handleSubmit, watch, formState } = useForm<Asked>({
    shouldFocusError: false,
    defaultValues: { note: '' },
  });
  const { errors, submitCount } = formState;
  const needsNote = needNote.includes(watch('reason'));
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(onAsk)(event)}>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <RadioGroup
        label={t.reason}
        hasColumns
        options={optionsOf(closureReason, language, ['transferred'])}
        error={errors.reason?.message}
        {...register('reason', { required: t.pick(t.reason) })}
      />
      <TextArea
        label={t.note}
        hint={t.noteHint}
        isOptional={!needsNote}
        maxLength={2_000}
        error={errors.note?.message}
        {...register('note', { validate: (note) => !needsNote || note.trim() !== '' || t.required(t.note) })}
      />
      <ButtonRow>
        <Button type="submit">{t.continue}</Button>
        <LinkButton kind="secondary" to="/k/$id" params={{ id: caseId }}>
          {t.cancel}
        </LinkButton>
      </ButtonRow>
    </form>
  );
}
