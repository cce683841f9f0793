import { useFormContext } from 'react-hook-form';
import { immediateSafety, intakeChannel, placeType } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { DateField } from '../../design/date-field.js';
import { RadioGroup, SelectField, TextArea, TextField } from '../../design/field.js';
import { optionsOf, regionOptions } from '../../design/options.js';
import { useFieldError } from './field-error.js';
import type { ReportForm } from './report-form.js';
import { fileReportTexts } from './texts.js';

/** What happened, where, when, and is the child safe. */
export function EventStep() {
  const t = useTexts(fileReportTexts);
  const { language } = useLanguage();
  const { register, control } = useFormContext<ReportForm>();
  const errorOf = useFieldError();
  return (
    <>
      <RadioGroup
        label={t.immediateSafety}
        hint={t.immediateSafetyHint}
        options={optionsOf(immediateSafety, language)}
        error={errorOf('immediateSafety')}
        {...register('immediateSafety', { required: t.pick(t.immediateSafety) })}
      />
      <SelectField
        label={t.channel}
        options={optionsOf(intakeChannel, language)}
        error={errorOf('channel')}
        {...register('channel', { required: t.pick(t.channel) })}
      />
      <DateField
        label={t.occurredAt}
        hint={t.occurredAtHint}
        isOptional
        clock="required"
        control={control}
        name="occurredAt"
      />
      <PlaceFields />
      <TextArea
        label={t.summary}
        hint={t.summaryHint}
        maxLength={4_000}
        error={errorOf('summary')}
        {...register('summary', { required: t.required(t.summary) })}
      />
      <TextField
        label={t.policeReportNumber}
        hint={t.policeReportHint}
        isOptional
        maxLength={120}
        error={errorOf('policeReportNumber')}
        {...register('policeReportNumber')}
      />
    </>
  );
}

function PlaceFields() {
  const t = useTexts(fileReportTexts);
  const { language } = useLanguage();
  const { register } = useFormContext<ReportForm>();
  const errorOf = useFieldError();
  return (
    <>
      <SelectField
        label={t.placeType}
        options={optionsOf(placeType, language)}
        error={errorOf('place.type')}
        {...register('place.type', { required: t.pick(t.placeType) })}
      />
      <SelectField label={t.area} isOptional options={regionOptions} {...register('place.areaCode')} />
      <TextField
        label={t.placeDescription}
        hint={t.placeDescriptionHint}
        isOptional
        maxLength={500}
        error={errorOf('place.description')}
        {...register('place.description')}
      />
    </>
  );
}
