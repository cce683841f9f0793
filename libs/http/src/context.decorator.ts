import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { EdgeRequest } from './edge-request.js';
import { invalid, languageOf, Problem } from './problem.js';

const requestOf = (execution: ExecutionContext) => execution.switchToHttp().getRequest<EdgeRequest>();

/** The `RequestContext` of this request: who acts, as what, when. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext) => {
  const { context } = requestOf(execution);
  if (context === undefined) throw new Error('a public route has no context');
  return context;
});

/** The language in which the caller wants to be answered: Indonesian, unless English is asked for (`Accept-Language`). */
export const CallerLanguage = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  languageOf(requestOf(execution).headers['accept-language']),
);

const ifMatchValue = createParamDecorator((isOptional: boolean, execution: ExecutionContext) => {
  const header = requestOf(execution).headers['if-match'];
  return isOptional && header === undefined ? undefined : versionFrom(header);
});

/**
 * The version that the caller saw (`If-Match: "3"`): 428 where it is missing, 400 where it is malformed.
 *
 * @param options `isOptional` for a PUT that may create: undefined where nothing was seen yet.
 */
export const IfMatch =
  ({ isOptional = false } = {}): ParameterDecorator =>
  (target, key, index) => {
    ifMatchValue(isOptional)(target, key, index);
    if (key === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) ApiHeader({ ...ifMatchHeader, required: !isOptional })(target, key, descriptor);
  };

const ifMatchHeader = {
  name: 'If-Match',
  description: 'The ETag of the version that is to be changed.',
  schema: { type: 'string', pattern: '^"\\d{1,15}"$', example: '"3"' },
} as const;

/** Reads a strong entity tag as a version number. */
export function versionFrom(header: string | undefined): number {
  if (header === undefined) throw new Problem('precondition-required');
  const match = /^"(\d{1,15})"$/.exec(header);
  if (!match) throw invalid([{ in: 'header', pointer: 'If-Match', code: 'invalid-format' }]);
  return Number(match[1]);
}
