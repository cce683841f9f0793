import type { FieldErrors, FieldValues } from 'react-hook-form';
import type { Mistake } from './error-summary.js';

/** What is wrong in a flat form, as an error summary wants it. */
export const formMistakes = <Values extends FieldValues>(errors: FieldErrors<Values>): Mistake[] =>
  Object.entries(errors).flatMap(([name, error]) => {
    const text = (error as { message?: string } | undefined)?.message;
    return text ? [{ name, text }] : [];
  });
