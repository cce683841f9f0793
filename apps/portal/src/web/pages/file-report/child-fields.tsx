import { useFormContext } from 'react-hook-form';
import { ageCertainty, offenderRelationship, sex } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { DateField } from '../../design/date-field.js';
import { CheckField, CheckGroup, RadioGroup, SelectField, TextField } from '../../design/field.js';
import { languageOptions } from '../../design/languages.js';
import { optionsOf, regionOptions } from '../../design/options.js';
import { useFieldError } from './field-error.js';
import type { ReportForm } from './report-form.js';
import { fileReportTexts } from './texts.js';
import styles from './view.module.css';

/** Relationships that a guardian can have; the others on the list are those of strangers. */
const guardians = ['parent', 'step-parent', 'guardian', 'sibling', 'relative', 'spouse', 'unknown'];

export function ChildFields({ index }: { index: number }) {
  const t = useTexts(fileReportTexts);
  const { language } = useLanguage();
  const { register, control } = useFormContext<ReportForm>();
  const errorOf = useFieldError();
  const at = `children.${index}` as const;
  return (
    <>
      <RadioGroup
        label={t.sex}
        options={optionsOf(sex, language)}
        error={errorOf(`${at}.sex`)}
        {...register(`${at}.sex`, { required: t.pick(t.sex) })}
      />
      <SelectField
        label={t.ageCertainty}
        options={optionsOf(ageCertainty, language)}
        error={errorOf(`${at}.ageCertainty`)}
        {...register(`${at}.ageCertainty`, { required: t.pick(t.ageCertainty) })}
      />
      <TextField
        label={t.statedAge}
        isOptional
        isShort
        inputMode="numeric"
        error={errorOf(`${at}.statedAge`)}
        {...register(`${at}.statedAge`, {
          pattern: { value: /^(\d|[1-9]\d|10\d|110)$/, message: t.ageWrong },
        })}
      />
      <DateField label={t.birthDate} isOptional control={control} name={`${at}.birthDate`} />
      <TextField
        label={t.name}
        hint={t.nameHint}
        isOptional
        maxLength={200}
        error={errorOf(`${at}.name`)}
        {...register(`${at}.name`)}
      />
      <TextField
        label={t.currentLocation}
        isOptional
        maxLength={500}
        error={errorOf(`${at}.currentLocation`)}
        {...register(`${at}.currentLocation`)}
      />
      <MoreOfChild index={index} />
    </>
  );
}

/** What is seldom known at the first telephone call. */
function MoreOfChild({ index }: { index: number }) {
  const t = useTexts(fileReportTexts);
  const { language } = useLanguage();
  const { register } = useFormContext<ReportForm>();
  const errorOf = useFieldError();
  const at = `children.${index}` as const;
  const relationships = optionsOf(offenderRelationship, language).filter(({ value }) =>
    guardians.includes(value),
  );
  return (
    <details className={styles['more']} open={errorOf(`${at}.nik`) !== undefined || undefined}>
      <summary>{t.more}</summary>
      <div className={styles['moreBody']}>
        <TextField
          label={t.nik}
          hint={t.nikHint}
          isOptional
          isShort
          inputMode="numeric"
          error={errorOf(`${at}.nik`)}
          {...register(`${at}.nik`, { pattern: { value: /^\d{16}$/, message: t.nikWrong } })}
        />
        <SelectField
          label={t.residenceArea}
          isOptional
          options={regionOptions}
          {...register(`${at}.residence.areaCode`)}
        />
        <TextField label={t.address} isOptional maxLength={500} {...register(`${at}.residence.address`)} />
        <TextField label={t.guardianName} isOptional maxLength={200} {...register(`${at}.guardian.name`)} />
        <SelectField
          label={t.guardianRelationship}
          isOptional
          options={relationships}
          {...register(`${at}.guardian.relationship`)}
        />
        <CheckField
          label={t.guardianIsSuspect}
          hint={t.guardianIsSuspectHint}
          {...register(`${at}.guardian.isSuspect`)}
        />
        <CheckGroup
          label={t.languages}
          isOptional
          hasColumns
          options={languageOptions(language)}
          {...register(`${at}.languages`)}
        />
        <CheckField label={t.hasDisability} {...register(`${at}.hasDisability`)} />
      </div>
    </details>
  );
}
