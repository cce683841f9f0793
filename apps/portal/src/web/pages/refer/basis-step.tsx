import { useFormContext } from 'react-hook-form';
import { lawfulBasis, priority } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { RadioGroup, TextArea, TextField } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import type { ReferForm } from './refer-form.js';
import { referTexts, type ReferTexts } from './texts.js';

/** Why the data may travel, what for, and how fast an answer is needed. */
export function BasisStep() {
  const t = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState } = useFormContext<ReferForm>();
  const { errors } = formState;
  return (
    <>
      <RadioGroup
        label={t.basis}
        hint={t.basisHint}
        options={optionsOf(lawfulBasis, language).map((option) => ({
          ...option,
          hint: basisHints(t)[option.value],
        }))}
        error={errors.basis?.message}
        {...register('basis', { required: t.required(t.basis) })}
      />
      <TextField
        label={t.article}
        hint={t.articleHint}
        isOptional
        maxLength={80}
        error={errors.article?.message}
        {...register('article')}
      />
      <TextArea
        label={t.purpose}
        hint={t.purposeHint}
        maxLength={500}
        rows={3}
        error={errors.purpose?.message}
        {...register('purpose', { validate: (text) => text.trim() !== '' || t.required(t.purpose) })}
      />
      <RadioGroup
        label={t.priority}
        hint={t.priorityHint}
        options={optionsOf(priority, language).map((option) => ({
          ...option,
          hint: priorityHints(t)[option.value],
        }))}
        error={errors.priority?.message}
        {...register('priority', { required: t.required(t.priority) })}
      />
      <TextArea
        label={t.note}
        hint={t.noteHint}
        isOptional
        maxLength={2_000}
        rows={3}
        error={errors.note?.message}
        {...register('note')}
      />
    </>
  );
}

const basisHints = (t: ReferTexts): Readonly<Record<string, string>> => ({
  consent: t.basisConsent,
  'legal-obligation': t.basisObligation,
  'vital-interest': t.basisVital,
  'public-task': t.basisTask,
  'court-order': t.basisCourt,
});

const priorityHints = (t: ReferTexts): Readonly<Record<string, string>> => ({
  routine: t.priorityRoutine,
  urgent: t.priorityUrgent,
  asap: t.priorityAsap,
  stat: t.priorityStat,
});
