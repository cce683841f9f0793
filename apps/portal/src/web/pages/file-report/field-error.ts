import { get, useFormState, type FieldErrors, type FieldPath } from 'react-hook-form';
import type { Mistake } from '../../design/error-summary.js';
import type { ReportForm } from './report-form.js';

const messageAt = (errors: FieldErrors<ReportForm>, name: string): string | undefined => {
  const error: unknown = get(errors, name);
  return error && typeof error === 'object' && 'message' in error ? String(error.message) : undefined;
};

/** What is wrong with one field, in words. */
export function useFieldError(): (name: FieldPath<ReportForm>) => string | undefined {
  const { errors } = useFormState<ReportForm>();
  return (name) => messageAt(errors, name);
}

/** All that is wrong, in the order of the form. */
export function mistakesIn(
  errors: FieldErrors<ReportForm>,
  fields: readonly FieldPath<ReportForm>[],
): Mistake[] {
  return fields.flatMap((name) => {
    const text = messageAt(errors, name);
    return text ? [{ name, text }] : [];
  });
}
