import { useState } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTexts } from '../app/language/language.js';
import styles from './date-field.module.css';
import { dateTexts } from './date-field.texts.js';
import { dateMistake, partsOf, textOf, type Clock, type DateParts } from './date-parts.js';
import { describedBy, fieldId, Legend, Notes } from './field.js';
import field from './field.module.css';

interface Props<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
  readonly clock?: Clock;
}

/**
 * Day, month and year in fields of their own: the browser's own field for dates shows the order of the browser's
 * language, which may be another one than the page's.
 */
export function DateField<Values extends FieldValues>(props: Props<Values>) {
  const { control, name, label, isOptional = false, clock = 'none' } = props;
  const t = useTexts(dateTexts);
  const judge = (text: string): string | true => {
    if (text === '') return isOptional || t.required(label);
    const mistake = dateMistake(text, clock);
    if (mistake === undefined) return true;
    return mistake === 'date' ? t.wrongDate(label) : t.wrongClock(label);
  };
  const { field: value, fieldState } = useController({ control, name, rules: { validate: judge } });
  const [parts, setParts] = useState(() => partsOf(value.value));
  const change = (part: keyof DateParts, typed: string) => {
    const next = { ...parts, [part]: typed.replace(/\D/g, '') };
    setParts(next);
    value.onChange(textOf(next));
  };
  const error = fieldState.error?.message;
  const hint = [props.hint, clock === 'none' ? t.exampleDay : t.exampleClock].filter(Boolean).join(' ');
  const common = { name, label, hint, error, isOptional };
  const part = (key: keyof DateParts) => (
    <Part
      id={key === 'day' ? fieldId(name) : `${fieldId(name)}-${key}`}
      label={t[key]}
      value={parts[key]}
      isYear={key === 'year'}
      isWrong={error !== undefined && isPartOf(key, dateMistake(value.value, clock))}
      onType={(typed) => change(key, typed)}
    />
  );
  return (
    <fieldset
      className={error ? field['invalid'] : undefined}
      aria-describedby={describedBy(common)}
      onBlur={value.onBlur}
    >
      <Legend {...common} />
      <Notes {...common} />
      <div className={styles['parts']}>
        <div className={styles['together']}>
          {part('day')}
          {part('month')}
          {part('year')}
        </div>
        {clock !== 'none' && (
          <div className={styles['together']}>
            {part('hour')}
            {part('minute')}
          </div>
        )}
      </div>
    </fieldset>
  );
}

/** A mistake is in the date or in the time; where nothing was typed, in all of it. */
const isPartOf = (part: keyof DateParts, mistake: ReturnType<typeof dateMistake>): boolean =>
  mistake === undefined || (mistake === 'clock') === (part === 'hour' || part === 'minute');

interface PartProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isYear: boolean;
  readonly isWrong: boolean;
  readonly onType: (typed: string) => void;
}

const Part = ({ id, label, value, isYear, isWrong, onType }: PartProps) => (
  <label className={`${styles['part']} ${isYear ? styles['year'] : ''}`} htmlFor={id}>
    {label}
    <input
      id={id}
      className={field['input']}
      inputMode="numeric"
      autoComplete="off"
      maxLength={isYear ? 4 : 2}
      value={value}
      aria-invalid={isWrong || undefined}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => onType(target.value)}
    />
  </label>
);
