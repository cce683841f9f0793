import { useFormContext, useWatch } from 'react-hook-form';
import { basisArticles, lawfulBasis, priority, type LawfulBasisCode } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { RadioGroup, SelectField, TextArea } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import { ConsentPart } from './consent-part.js';
import type { ReferForm } from './refer-form.js';
import { referTexts, type ReferTexts } from './texts.js';

/** Why the data may travel, what for, and how fast an answer is needed. */
export function BasisStep(props: { readonly caseId: string; readonly isTransfer: boolean }) {
  const t = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState, setValue, control } = useFormContext<ReferForm>();
  const { errors } = formState;
  const basis = useWatch({ control, name: 'basis' });
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
        {...register('basis', {
          required: t.required(t.basis),
          onChange: () => setValue('article', ''),
        })}
      />
      {basis && <Article basis={basis} />}
      {basis === 'consent' && <ConsentPart {...props} />}
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

/** Bases that stand on a law by name; the others may cite one. */
const mustCite = ['legal-obligation', 'court-order'];

/** Articles that this basis may be cited with; no other is taken. */
function Article({ basis }: { basis: string }) {
  const t = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState } = useFormContext<ReferForm>();
  const isNeeded = mustCite.includes(basis);
  const articles = Object.hasOwn(basisArticles, basis) ? basisArticles[basis as LawfulBasisCode] : [];
  return (
    <SelectField
      label={t.article}
      isOptional={!isNeeded}
      options={articles.map(({ article, about }) => ({
        value: article,
        label: `${article}: ${about[language]}`,
      }))}
      error={formState.errors.article?.message}
      {...register('article', {
        validate: (article) => !isNeeded || article !== '' || t.required(t.article),
      })}
    />
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
