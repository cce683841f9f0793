import { useForm } from 'react-hook-form';
import { useTexts } from '../../app/language/language.js';
import { present } from '../../app/routes/search.js';
import type { Criteria } from '../../data/answers.js';
import { Button, ButtonRow } from '../../design/button.js';
import { caseCodeOf } from '../../design/case-code.js';
import { DateField } from '../../design/date-field.js';
import { TextField } from '../../design/field.js';
import form from '../../design/form.module.css';
import { fromLocalInput } from '../../design/time.js';
import { askTexts } from './texts.js';

interface Values {
  case: string;
  from: string;
  to: string;
}

interface Props {
  readonly criteria: Criteria;
  readonly takes: readonly (keyof Criteria)[];
  readonly needs: readonly (keyof Criteria)[];
  readonly onAsk: (criteria: Criteria) => void;
}

const toCriteria = ({ case: id, from, to }: Values): Criteria =>
  present({
    case: caseCodeOf(id),
    from: from ? fromLocalInput(`${from}T00:00`) : undefined,
    to: to ? fromLocalInput(`${to}T23:59`) : undefined,
  });

const toValues = ({ case: id = '', from = '', to = '' }: Criteria): Values => ({
  case: id,
  from: from.slice(0, 10),
  to: to.slice(0, 10),
});

/** What a question is about: the fields that it takes, and no other. */
export function CriteriaForm({ criteria, takes, needs, onAsk }: Props) {
  const t = useTexts(askTexts);
  const { register, handleSubmit, control, formState } = useForm<Values>({
    defaultValues: toValues(criteria),
  });
  const ask = (values: Values) => onAsk(toCriteria(values));
  return (
    <form noValidate className={form['form']} onSubmit={(event) => void handleSubmit(ask)(event)}>
      {takes.includes('case') && (
        <TextField
          label={t.case}
          hint={t.caseHint}
          isOptional={!needs.includes('case')}
          error={formState.errors.case?.message}
          {...register('case', {
            required: needs.includes('case') && t.caseMissing,
            validate: (text) => text.trim() === '' || caseCodeOf(text) !== undefined || t.caseWrong,
          })}
        />
      )}
      {takes.includes('from') && (
        <DateField label={t.from} isOptional={!needs.includes('from')} control={control} name="from" />
      )}
      {takes.includes('to') && (
        <DateField
          label={t.to}
          {...(needs.includes('to') ? { hint: t.period } : {})}
          isOptional={!needs.includes('to')}
          control={control}
          name="to"
        />
      )}
      <ButtonRow>
        <Button type="submit">{t.ask}</Button>
      </ButtonRow>
    </form>
  );
}
