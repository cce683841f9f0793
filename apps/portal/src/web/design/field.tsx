import type {
  Ref,
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import styles from './field.module.css';

const fieldTexts = texts({
  id: { optional: '(boleh kosong)', choose: 'Pilih…' },
  en: { optional: '(optional)', choose: 'Choose…' },
});

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
}

/** The id that an error summary links to. */
export const fieldId = (name: string): string => `isian-${name.replaceAll('.', '-')}`;

export const describedBy = ({ name, hint, error }: Common): string | undefined =>
  [hint && `${fieldId(name)}-petunjuk`, error && `${fieldId(name)}-galat`].filter(Boolean).join(' ') ||
  undefined;

function Label({ name, label, isOptional }: Common) {
  const t = useTexts(fieldTexts);
  return (
    <label htmlFor={fieldId(name)}>
      {label} {isOptional && <span className={styles['optional']}>{t.optional}</span>}
    </label>
  );
}

/** The label of a group of fields. */
export function Legend({ label, isOptional }: Pick<Common, 'label' | 'isOptional'>) {
  const t = useTexts(fieldTexts);
  return (
    <legend className={styles['legend']}>
      {label} {isOptional && <span className={styles['optional']}>{t.optional}</span>}
    </legend>
  );
}

export function Notes({ name, hint, error }: Common) {
  return (
    <>
      {hint && (
        <span id={`${fieldId(name)}-petunjuk`} className={styles['hint']}>
          {hint}
        </span>
      )}
      {error && (
        <span id={`${fieldId(name)}-galat`} className={styles['error']}>
          {error}
        </span>
      )}
    </>
  );
}

/** Label, hint, error and the attributes that tie them to the control. */
function Field({ common, children }: { common: Common; children: ReactNode }) {
  return (
    <div className={`${styles['field']} ${common.error ? styles['invalid'] : ''}`}>
      <Label {...common} />
      <Notes {...common} />
      {children}
    </div>
  );
}

const controlProps = (common: Common) => ({
  id: fieldId(common.name),
  name: common.name,
  'aria-describedby': describedBy(common),
  'aria-invalid': common.error ? true : undefined,
});

type WithRef<Attributes, Element> = Omit<Attributes, 'name'> & {
  readonly ref?: Ref<Element>;
};

export function TextField({
  label,
  name,
  hint,
  error,
  isOptional = false,
  isShort = false,
  ...input
}: Common & { isShort?: boolean } & WithRef<InputHTMLAttributes<HTMLInputElement>, HTMLInputElement>) {
  const common = { label, name, hint, error, isOptional };
  return (
    <Field common={common}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        {...controlProps(common)}
        className={`${styles['input']} ${isShort ? styles['short'] : ''}`}
      />
    </Field>
  );
}

export function TextArea({
  label,
  name,
  hint,
  error,
  isOptional = false,
  ...area
}: Common & WithRef<TextareaHTMLAttributes<HTMLTextAreaElement>, HTMLTextAreaElement>) {
  const common = { label, name, hint, error, isOptional };
  return (
    <Field common={common}>
      <textarea rows={5} {...area} {...controlProps(common)} className={styles['input']} />
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export function SelectField({
  label,
  name,
  hint,
  error,
  isOptional = false,
  options,
  emptyLabel,
  isShort = false,
  ...select
}: Common & { options: readonly Option[]; emptyLabel?: string; isShort?: boolean } & WithRef<
    SelectHTMLAttributes<HTMLSelectElement>,
    HTMLSelectElement
  >) {
  const common = { label, name, hint, error, isOptional };
  const t = useTexts(fieldTexts);
  return (
    <Field common={common}>
      <select
        {...select}
        {...controlProps(common)}
        className={`${styles['input']} ${isShort ? styles['short'] : ''}`}
      >
        <option value="">{emptyLabel ?? t.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

type Choices = Common & {
  readonly options: readonly Option[];
  readonly hasColumns?: boolean;
} & WithRef<InputHTMLAttributes<HTMLInputElement>, HTMLInputElement>;

export const RadioGroup = (props: Choices) => <ChoiceGroup {...props} kind="radio" />;

export const CheckGroup = (props: Choices) => <ChoiceGroup {...props} kind="checkbox" />;

function ChoiceGroup({
  label,
  name,
  hint,
  error,
  isOptional = false,
  options,
  hasColumns = false,
  kind,
  ...input
}: Choices & { kind: 'radio' | 'checkbox' }) {
  const common = { label, name, hint, error, isOptional };
  return (
    <fieldset
      className={error ? styles['invalid'] : undefined}
      aria-describedby={describedBy(common)}
      aria-invalid={kind === 'radio' && error ? true : undefined}
      role={kind === 'radio' ? 'radiogroup' : 'group'}
    >
      <Legend {...common} />
      <Notes {...common} />
      <div className={`${styles['choices']} ${hasColumns ? styles['columns'] : ''}`}>
        {options.map((option, index) => (
          <label key={option.value} className={styles['choice']}>
            <input
              {...input}
              type={kind}
              name={name}
              value={option.value}
              id={index === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One box to tick. */
export function CheckField({
  label,
  name,
  hint,
  error,
  ...input
}: Common & WithRef<InputHTMLAttributes<HTMLInputElement>, HTMLInputElement>) {
  const common = { label, name, hint, error };
  return (
    <div className={error ? styles['invalid'] : undefined}>
      <Notes {...common} />
      <label className={styles['choice']}>
        <input {...input} {...controlProps(common)} type="checkbox" />
        <span>{label}</span>
      </label>
    </div>
  );
}
