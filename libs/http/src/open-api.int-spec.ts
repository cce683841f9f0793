import type { OpenAPIObject } from '@nestjs/swagger';
import { send } from '../test/http-client.js';
import { closeServices, runningService, type RunningService } from '../test/running-service.js';

describe('the description of an API', () => {
  let service: RunningService;
  let document: OpenAPIObject;
  let text: string;

  beforeAll(async () => {
    service = await runningService();
    ({ text } = await send(`${service.url}/openapi.json`));
    document = JSON.parse(text) as OpenAPIObject;
  });
  afterAll(closeServices);

  const operation = (path: string, method: 'get' | 'post' | 'put') => document.paths[path]![method]!;
  const parameter = (path: string, method: 'get' | 'put', name: string) =>
    operation(path, method).parameters?.find((one) => 'name' in one && one.name === name);

  it('is OpenAPI 3.1 and free of what 3.1 does not know', () => {
    expect(document.openapi).toBe('3.1.1');
    expect(text).not.toContain('"nullable"');
    expect(text).not.toContain('$defs');
    expect(document.security).toEqual([{ bearer: [] }]);
  });

  it('has references that lead somewhere', () => {
    for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g))
      expect(
        path!.split('/').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], document),
      ).toBeDefined();
  });

  it('takes body, path and query from the schemas that validate', () => {
    expect(operation('/v1/notes', 'post').requestBody).toMatchObject({
      required: true,
      content: {
        'application/json': {
          schema: {
            additionalProperties: false,
            required: ['text'],
            properties: { text: { type: 'string', minLength: 1, maxLength: 100 }, tags: { maxItems: 3 } },
          },
        },
      },
    });
    expect(parameter('/v1/notes', 'get', 'limit')).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 25 },
    });
    expect(parameter('/v1/notes/{id}', 'get', 'id')).toMatchObject({ in: 'path', required: true });
  });

  it('describes the answer where a route does', () => {
    expect(operation('/v1/notes', 'post').responses['201']).toMatchObject({
      content: { 'application/json': { schema: { properties: { version: { type: 'integer' } } } } },
    });
  });

  it('says which permission a route needs and what it is recorded as', () => {
    expect(operation('/v1/notes', 'post')).toMatchObject({
      'x-permission': 'handoff:create',
      'x-audit': { type: 'note.add', action: 'C', purpose: 'case-management' },
    });
    expect(operation('/v1/notes/directory/all', 'get')).toMatchObject({
      'x-audit': { unrecorded: 'a public directory' },
    });
  });

  it('adds the headers and problems that follow from the conventions', () => {
    const post = operation('/v1/notes', 'post');
    expect(post.parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
    const problemsOf = (responses: object) => Object.keys(responses).filter((status) => status >= '400');
    expect(problemsOf(post.responses)).toEqual([
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '415',
      '422',
      '429',
      '500',
      '503',
    ]);
    expect(parameter('/v1/notes/{id}', 'put', 'If-Match')).toMatchObject({ in: 'header', required: true });
    expect(problemsOf(operation('/v1/notes/{id}', 'put').responses)).toContain('428');
    expect(problemsOf(operation('/v1/notes', 'get').responses)).not.toContain('413');
  });

  it('keeps quiet about health and itself', () => {
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/v1/'))).toEqual([]);
  });
});
