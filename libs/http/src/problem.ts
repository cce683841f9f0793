import { problems, type ProblemCode } from '@rujukan/contracts';
import { fieldTexts, type FieldErrorCode } from './field-texts.js';

/** One field that needs correction. It says where and what, and never what was sent. */
export interface FieldError {
  readonly in: 'body' | 'path' | 'query' | 'header';
  /** JSON Pointer (RFC 6901) into that part of the request; a header's name for `header`. */
  readonly pointer: string;
  readonly code: FieldErrorCode;
  readonly limit?: number;
}

/** A refusal on its way to the edge, where it becomes `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** 400 with the fields that need correction. */
export class InvalidRequest extends Problem {
  constructor(readonly errors: readonly FieldError[]) {
    super('invalid-request');
  }
}

/** 400 for the fields that need correction; thrown at the edge, for what no schema can say. */
export const invalid = (errors: readonly FieldError[]): Problem => new InvalidRequest(errors);

export type Language = 'id' | 'en';

/** Indonesian unless English is asked for with more weight (RFC 9110 Accept-Language). */
export function languageOf(header: string | undefined): Language {
  if (header === undefined || header.length > 200) return 'id';
  const weights = { id: 0, en: 0 };
  for (const part of header.split(',')) {
    const [, tag, q = '1'] =
      /^\s*(id|en)(?:-[\w-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i.exec(part) ?? [];
    if (tag !== undefined) weights[tag.toLowerCase() as Language] = Number(q);
  }
  return weights.en > weights.id ? 'en' : 'id';
}

/** The body of a problem answer. */
export function problemBody(problem: Problem, language: Language, traceId: string): Record<string, unknown> {
  const { status, title } = problems[problem.code];
  return {
    ...problem.details,
    ...(problem instanceof InvalidRequest
      ? { errors: problem.errors.map((error) => withText(error, language)) }
      : {}),
    type: `urn:rujukan:problem:${problem.code}`,
    title: title[language],
    status,
    code: problem.code,
    traceId,
  };
}

const withText = (error: FieldError, language: Language) => ({
  ...error,
  detail: fieldTexts[error.code][language].replace('{limit}', String(error.limit ?? '')),
});
