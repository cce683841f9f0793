import { get, useFormState, type FieldErrors, type FieldPath } from 'react-hook-form';
import type { Mistake } from '../../design/error-summary.js';
import type { ReportForm } from './report-form.js';

/** What is wrong with one field, in words. */
export function useFieldError(): (name: FieldPath<ReportForm>) => string | undefined {
  const { errors } = useFormState<ReportForm>();
  return (name) => (get(errors, name) as { message?: string } | undefined)?.message;
}

/** All that is wrong, in the order of the form. */
export function mistakesIn(
  errors: FieldErrors<ReportForm>,
  fields: readonly FieldPath<ReportForm>[],
): Mistake[] {
  return fields.flatMap((name) => {
    const text = (get(errors, name) as { message?: string } | undefined)?.message;
    return text ? [{ name, text }] : [];
  });
}
