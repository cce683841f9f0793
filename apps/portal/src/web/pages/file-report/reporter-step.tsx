import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { reporterRole } from '@rujukan/contracts';
import { useLanguage, useTexts } from '../../app/language/language.js';
import { useMe } from '../../app/session/me.js';
import { agenciesQuery } from '../../data/agencies.js';
import { CheckField, SelectField, TextField } from '../../design/field.js';
import { optionsOf } from '../../design/options.js';
import { useFieldError } from './field-error.js';
import type { ReportForm } from './report-form.js';
import { fileReportTexts } from './texts.js';

/** Who tells us, how to reach them safely, and which agency it is for. */
export function ReporterStep() {
  const t = useTexts(fileReportTexts);
  const { language } = useLanguage();
  const { register, control } = useFormContext<ReportForm>();
  const errorOf = useFieldError();
  const isAnonymous = useWatch({ control, name: 'isAnonymous' });
  const me = useMe();
  const agencies = useQuery(agenciesQuery).data ?? [];
  const others = agencies
    .filter((agency) => agency.id !== me.agencyId)
    .map((agency) => ({ value: agency.id, label: agency.name }));
  return (
    <>
      <SelectField
        label={t.reporterRole}
        options={optionsOf(reporterRole, language)}
        error={errorOf('reporterRole')}
        {...register('reporterRole', { required: t.pick(t.reporterRole) })}
      />
      <CheckField label={t.isAnonymous} {...register('isAnonymous')} />
      {!isAnonymous && (
        <>
          <TextField
            label={t.contactName}
            isOptional
            maxLength={200}
            error={errorOf('reporterContact.name')}
            {...register('reporterContact.name')}
          />
          <TextField
            label={t.contactPhone}
            isOptional
            isShort
            type="tel"
            maxLength={40}
            error={errorOf('reporterContact.phone')}
            {...register('reporterContact.phone')}
          />
          <TextField
            label={t.contactNote}
            isOptional
            maxLength={500}
            error={errorOf('reporterContact.note')}
            {...register('reporterContact.note')}
          />
        </>
      )}
      <SelectField
        label={t.recipient}
        emptyLabel={t.recipientOwn}
        options={others}
        error={errorOf('recipientAgencyId')}
        {...register('recipientAgencyId')}
      />
    </>
  );
}
