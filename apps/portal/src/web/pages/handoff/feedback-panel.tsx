import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { feedbackProgress } from '@rujukan/contracts';
import { useDraftForm } from '../../app/draft-form.js';
import { dropDraft, findDraft } from '../../app/drafts.js';
import { useDisplay, useLanguage, useTexts } from '../../app/language/language.js';
import { queryClient } from '../../app/query-client.js';
import { useMay } from '../../app/session/me.js';
import { feedbackQuery, giveFeedback, type Feedback } from '../../data/feedback.js';
import type { Handoff, HandoffStatus } from '../../data/handoffs.js';
import { ActFailure } from '../../design/act-failure.js';
import { Button, ButtonRow } from '../../design/button.js';
import { ErrorSummary } from '../../design/error-summary.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import form from '../../design/form.module.css';
import { formMistakes } from '../../design/form-mistakes.js';
import { optionsOf } from '../../design/options.js';
import { Panel } from '../../design/page.js';
import { Timeline } from '../../design/timeline.js';
import { feedbackTexts } from './feedback.texts.js';

const running: readonly HandoffStatus[] = ['accepted', 'waitlisted', 'on-hold', 'in-progress'];

/** How it goes, from the receiver to the sender who waits for it. */
export function FeedbackPanel({ handoff, isSender }: { handoff: Handoff; isSender: boolean }) {
  const t = useTexts(feedbackTexts);
  const display = useDisplay();
  const may = useMay();
  const { data } = useQuery(feedbackQuery(handoff.id));
  const words = data?.items ?? [];
  // After a transfer the case is the receiver's own: nobody waits for word of it.
  const isAsked =
    !isSender && handoff.kind !== 'transfer' && may('handoff:answer') && running.includes(handoff.status);
  if (!isAsked && words.length === 0) return null;
  return (
    <Panel title={t.title}>
      {words.length > 0 && (
        <Timeline
          moments={words.map(({ id, at, progress, note }) => ({
            key: id,
            at,
            title: display(feedbackProgress, progress),
            text: note,
          }))}
        />
      )}
      {isAsked && <Ask handoff={handoff} />}
    </Panel>
  );
}

interface Word {
  progress: Feedback['progress'] | '';
  note: string;
}

function Ask({ handoff }: { handoff: Handoff }) {
  const t = useTexts(feedbackTexts);
  const name = `/r/${handoff.id}?kabar`;
  const [isOpen, open] = useState(() => findDraft(name) !== undefined);
  if (isOpen) return <Form id={handoff.id} draftName={name} onClose={() => open(false)} />;
  return (
    <ButtonRow>
      <Button kind="secondary" onClick={() => open(true)}>
        {t.give}
      </Button>
    </ButtonRow>
  );
}

interface FormProps {
  readonly id: string;
  readonly draftName: string;
  readonly onClose: () => void;
}

function Form({ id, draftName, onClose }: FormProps) {
  const t = useTexts(feedbackTexts);
  const { language } = useLanguage();
  const { methods, act, close, finish } = useFeedback({ id, draftName, onClose });
  const { register, handleSubmit, formState } = methods;
  const { errors, submitCount } = formState;
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(act.run)(event)}>
      <ErrorSummary mistakes={formMistakes(errors)} attempt={submitCount} />
      <ActFailure act={act} onReload={() => void finish()} />
      <RadioGroup
        label={t.progress}
        hasColumns
        options={optionsOf(feedbackProgress, language)}
        error={errors.progress?.message}
        {...register('progress', { required: t.pick(t.progress) })}
      />
      <TextArea label={t.word} hint={t.hint} isOptional maxLength={1_000} rows={3} {...register('note')} />
      <ButtonRow>
        <Button type="submit" isBusy={act.isBusy}>
          {t.send}
        </Button>
        <Button kind="secondary" onClick={close}>
          {t.back}
        </Button>
      </ButtonRow>
    </form>
  );
}

function useFeedback({ id, draftName, onClose }: FormProps) {
  const t = useTexts(feedbackTexts);
  const close = () => {
    dropDraft(draftName);
    onClose();
  };
  const finish = async () => {
    await Promise.all(
      [['feedback', id], ['clocks']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
    close();
  };
  const { methods, act } = useDraftForm<Word>({
    name: draftName,
    empty: { progress: '', note: '' },
    doneText: t.sent,
    act: ({ progress, note }, key) =>
      giveFeedback(id, { progress: progress as Feedback['progress'], note: note.trim() }, key),
    onDone: finish,
  });
  return { methods, act, close, finish };
}
