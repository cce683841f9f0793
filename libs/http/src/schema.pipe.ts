import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { controlledIn } from './control-characters.js';
import { invalid, type FieldError } from './problem.js';
import type { FieldErrorCode } from './field-texts.js';

const places = { body: 'body', param: 'path', query: 'query' } as const;

/** Parses every body, path and query with the schema on the parameter; one without a schema does not work at all. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { type, schema }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') return value;
    if (schema === undefined) throw new Error(`a ${type} parameter has no schema`);
    const result = await schema['~standard'].validate(value);
    const place = places[type];
    if (result.issues === undefined) {
      refuseControlled(value, place);
      return result.value;
    }
    const issues = (result.issues as readonly Issue[]).slice(0, 50);
    throw invalid(issues.map((issue) => fieldError(issue, place, value)));
  }
}

/** What no schema says for itself: text that nobody typed is taken nowhere. */
function refuseControlled(value: unknown, place: FieldError['in']): void {
  const found = controlledIn(value).slice(0, 50);
  if (found.length === 0) return;
  throw invalid(found.map((path) => ({ in: place, pointer: pointerOf(path), code: 'invalid-format' })));
}

type Issue = z.core.$ZodIssue;

const fieldError = (issue: Issue, place: FieldError['in'], value: unknown): FieldError => {
  const limit = limitOf(issue);
  return {
    in: place,
    pointer: pointerOf(issue.path),
    code: codeOf(issue, value),
    ...(limit === undefined ? {} : { limit }),
  };
};

// Names come from our schemas; anything else in a path was sent by the caller and is not repeated.
const pointerOf = (path: readonly PropertyKey[]): string =>
  path
    .map((segment) => {
      const text = String(segment);
      return `/${/^(?:[A-Za-z][A-Za-z0-9]{0,39}|\d{1,6})$/.test(text) ? text : '*'}`;
    })
    .join('');

function codeOf(issue: Issue, value: unknown): FieldErrorCode {
  switch (issue.code) {
    case 'invalid_type':
      return at(value, issue.path) === undefined ? 'required' : 'wrong-type';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'invalid_value':
      return at(value, issue.path) === undefined ? 'required' : 'unknown-code';
    case 'too_big':
      return 'too-long';
    case 'too_small':
      return 'too-short';
    case 'invalid_format':
    case 'not_multiple_of':
      return 'invalid-format';
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'not-allowed';
  }
}

const limitOf = (issue: Issue): number | undefined => {
  if (issue.code === 'too_big') return Number(issue.maximum);
  return issue.code === 'too_small' ? Number(issue.minimum) : undefined;
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, segment) =>
      typeof part === 'object' && part !== null ? (part as Record<PropertyKey, unknown>)[segment] : undefined,
    value,
  );
