import { useQuery } from '@tanstack/react-query';
import { useFormContext } from 'react-hook-form';
import { outcome } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { reasonsOf, steps, type HandoffAction } from '../../data/handoff-steps.js';
import type { Handoff } from '../../data/handoffs.js';
import { needOf, providersQuery } from '../../data/providers.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import { Loaded } from '../../design/states.js';
import { useProviderOptions } from '../refer/providers.js';
import { needsNote, reasonsNotFor, type StepValues } from './step-values.js';
import { stepTexts, type StepTexts } from './step.texts.js';

interface Props {
  readonly handoff: Handoff;
  readonly action: HandoffAction;
}

/** What the step asks for, and nothing else. */
export function StepFields({ handoff, action }: Props) {
  const { asks } = steps[action];
  return (
    <>
      {(asks === 'reason' || asks === 'reason-and-word') && <ReasonField action={action} />}
      {asks === 'outcome' && <OutcomeField />}
      {asks === 'receiver' && <ReceiverField handoff={handoff} />}
      {asks === 'receiver' && <PurposeField />}
      {asks !== 'nothing' && asks !== 'reason' && <NoteField action={action} />}
    </>
  );
}

function ReasonField({ action }: Pick<Props, 'action'>) {
  const t = useTexts(stepTexts);
  const { language } = useLanguage();
  const { register, formState } = useFormContext<StepValues>();
  return (
    <RadioGroup
      label={t.reason}
      hasColumns
      options={optionsOf(reasonsOf(action), language, reasonsNotFor(action))}
      error={formState.errors.reason?.message}
      {...register('reason', { required: t.pick(t.reason) })}
    />
  );
}

function OutcomeField() {
  const t = useTexts(stepTexts);
  const { language } = useLanguage();
  const { register, formState } = useFormContext<StepValues>();
  return (
    <RadioGroup
      label={t.outcome}
      hasColumns
      options={optionsOf(outcome, language)}
      error={formState.errors.outcome?.message}
      {...register('outcome', { required: t.pick(t.outcome) })}
    />
  );
}

function NoteField({ action }: Pick<Props, 'action'>) {
  const t = useTexts(stepTexts);
  const { register, watch, formState } = useFormContext<StepValues>();
  const isNeeded = needsNote({ action, reason: watch('reason') });
  const label = noteLabel(t, action);
  return (
    <TextArea
      label={label}
      hint={t.noteHint}
      isOptional={!isNeeded}
      maxLength={2_000}
      rows={3}
      error={formState.errors.note?.message}
      {...register('note', {
        validate: (note) => !isNeeded || note.trim() !== '' || t.required(label),
      })}
    />
  );
}

const noteLabel = (t: StepTexts, action: HandoffAction): string => {
  if (action === 'reject') return t.advice;
  return steps[action].asks === 'outcome' ? t.feedback : t.note;
};

function ReceiverField({ handoff }: Pick<Props, 'handoff'>) {
  const t = useTexts(stepTexts);
  const query = useQuery(providersQuery(needOf(handoff)));
  const optionsFor = useProviderOptions();
  const { register, formState, setValue } = useFormContext<StepValues>();
  return (
    <Loaded query={query} lines={3}>
      {(providers) => {
        const others = providers.filter(
          ({ agency }) => agency.id !== handoff.to.agencyId && agency.id !== handoff.from.agencyId,
        );
        const options = optionsFor(others);
        if (options.length === 0) return <p>{t.nobodyElse}</p>;
        return (
          <RadioGroup
            label={t.receiver}
            options={options}
            error={formState.errors.serviceId?.message}
            {...register('serviceId', {
              required: t.pick(t.receiver),
              onChange: ({ target }: { target: { value: string } }) =>
                setValue(
                  'agencyId',
                  others.find(({ service }) => service.id === target.value)?.agency.id ?? '',
                ),
            })}
          />
        );
      }}
    </Loaded>
  );
}

function PurposeField() {
  const t = useTexts(stepTexts);
  const { register, formState } = useFormContext<StepValues>();
  return (
    <TextArea
      label={t.purpose}
      hint={t.purposeHint}
      maxLength={500}
      rows={3}
      error={formState.errors.purpose?.message}
      {...register('purpose', { validate: (text) => text.trim() !== '' || t.required(t.purpose) })}
    />
  );
}
