import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTexts } from '../../app/language/language.js';
import { agenciesQuery } from '../../data/agencies.js';
import type { EntryFilter } from '../../data/entries.js';
import { Button, ButtonRow } from '../../design/button.js';
import { caseCodeOf } from '../../design/case-code.js';
import { DateField } from '../../design/date-field.js';
import { SelectField, TextField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { fromLocalInput } from '../../design/time.js';
import { trailTexts } from './texts.js';
import styles from './view.module.css';

interface Values {
  case: string;
  actor: string;
  agency: string;
  outcome: string;
  from: string;
  to: string;
}

interface Props {
  readonly filter: EntryFilter;
  readonly onFilter: (filter: EntryFilter) => void;
}

/** People by UUID, services by name, and whoever had not signed in. */
const subject = /^(anonymous|system:[a-z-]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** `2025-11-03T02:00:00+07:00` as a field shows it. */
const toLocalInput = (instant: string | undefined): string => instant?.slice(0, 16) ?? '';

export function Filters({ filter, onFilter }: Props) {
  const t = useTexts(trailTexts);
  const agencies = useQuery(agenciesQuery).data ?? [];
  const { register, handleSubmit, control, formState } = useForm<Values>({
    values: {
      case: filter.case ?? '',
      actor: filter.actor ?? '',
      agency: filter.agency ?? '',
      outcome: filter.outcome ?? '',
      from: toLocalInput(filter.from),
      to: toLocalInput(filter.to),
    },
  });
  const { errors } = formState;
  const apply = (values: Values) => onFilter(toFilter(values));
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(apply)(event)}>
      <div className={styles['filters']}>
        <TextField
          label={t.case}
          isOptional
          error={errors.case?.message}
          {...register('case', {
            validate: (text) => text.trim() === '' || caseCodeOf(text) !== undefined || t.idWrong,
          })}
        />
        <TextField
          label={t.actor}
          isOptional
          error={errors.actor?.message}
          {...register('actor', { pattern: { value: subject, message: t.idWrong } })}
        />
        <SelectField
          label={t.agency}
          emptyLabel={t.allAgencies}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          {...register('agency')}
        />
        <SelectField
          label={t.outcome}
          emptyLabel={t.allOutcomes}
          options={(['success', 'denied', 'failed'] as const).map((value) => ({ value, label: t[value] }))}
          {...register('outcome')}
        />
        <DateField label={t.from} isOptional clock="optional" control={control} name="from" />
        <DateField label={t.to} isOptional clock="optional" control={control} name="to" />
      </div>
      <ButtonRow>
        <Button type="submit">{t.apply}</Button>
        <Button kind="secondary" onClick={() => onFilter({})}>
          {t.clear}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** A day by itself begins at midnight. */
const toInstant = (text: string): string => fromLocalInput(text.includes('T') ? text : `${text}T00:00`);

const toFilter = (values: Values): EntryFilter =>
  Object.fromEntries(
    Object.entries({
      ...values,
      case: caseCodeOf(values.case) ?? '',
      from: values.from && toInstant(values.from),
      to: values.to && toInstant(values.to),
    }).filter(([, value]) => value !== ''),
  );
