import { useFormContext, useWatch } from 'react-hook-form';
import { lawfulBasis, priority } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useAgencyType } from '../../data/agencies.js';
import { useArticles } from '../../data/lawful-bases.js';
import { isWeighing } from '../../data/overrides.js';
import { RadioGroup, TextArea } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import { ConsentPart } from './consent-part.js';
import { OverridePart } from './override-part.js';
import { citedUseOf, type ReferForm } from './refer-form.js';
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
          required: t.pick(t.basis),
          onChange: () => setValue('article', ''),
        })}
      />
      {basis && <Article basis={basis} isTransfer={props.isTransfer} />}
      {basis === 'consent' && <ConsentPart {...props} />}
      {isWeighing(basis) && <OverridePart {...props} basis={basis} />}
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
        {...register('priority', { required: t.pick(t.priority) })}
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

/** Articles that this basis may be cited with for this handoff, in plain words; no other is taken. */
function Article({ basis, isTransfer }: { basis: string; isTransfer: boolean }) {
  const t = useTexts(referTexts);
  const { language } = useLanguage();
  const { register, formState, getValues } = useFormContext<ReferForm>();
  const typeOf = useAgencyType();
  const isNeeded = mustCite.includes(basis);
  const form = getValues();
  const use = citedUseOf(form, isTransfer, typeOf(form.agencyId));
  const articles = useArticles()(basis, use).map(({ article, about }) => ({
    value: article,
    label: about[language],
    hint: article,
  }));
  if (articles.length === 0) return null;
  const options = isNeeded ? articles : [{ value: '', label: t.noArticle }, ...articles];
  return (
    <RadioGroup
      key={basis}
      label={t.article}
      isOptional={!isNeeded}
      options={options}
      error={formState.errors.article?.message}
      {...register('article', {
        // What was chosen before the service was changed may not fit any more.
        validate: (article) => options.some(({ value }) => value === article) || t.pick(t.article),
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
