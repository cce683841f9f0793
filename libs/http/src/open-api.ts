import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { purposes } from '@rujukan/authz';
import { problems, type ProblemCode } from '@rujukan/contracts';
import { fieldTexts } from './field-texts.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Components = NonNullable<OpenAPIObject['components']>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof methods)[number];

/** The API's own description, OpenAPI 3.1, from the schemas that also validate. */
export function describeApi(app: INestApplication, about: { title: string }): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle(about.title)
    .setDescription(conventions)
    .setVersion('1')
    .setOpenAPIVersion('3.1.1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Http$/, '')}.${method}`,
    autoTagControllers: false,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? jsonSchemaOf(schema, schemaType) : undefined,
  });
  const { schemas, ...others } = document.components ?? {};
  document.components = {
    ...others,
    parameters: sharedParameters,
    schemas: { ...schemas, Problem: problemSchema },
  };
  for (const item of Object.values(document.paths))
    for (const method of methods) if (item[method]) complete(item[method], method);
  return document;
}

const conventions = [
  'Errors are application/problem+json (RFC 9457) with a stable code; titles in Indonesian or English.',
  'Every POST takes an Idempotency-Key; every change of something takes If-Match with its ETag.',
  'Lists are pages: follow `next` as `cursor` with the same filters. Times are RFC 3339 in UTC.',
  'What another agency holds answers 404. Unknown request fields are refused; expect new response fields.',
].join('\n\n');

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return { schema: rest as Record<string, unknown>, components: ($defs ?? {}) as Record<string, never> };
}

const always: readonly ProblemCode[] = [
  'invalid-request',
  'unauthenticated',
  'forbidden',
  'not-found',
  'too-many-requests',
  'internal-error',
  'identity-provider-unavailable',
  'service-unavailable',
];

/** Adds what holds for every route: conventions that no slice should have to repeat. */
function complete(operation: Operation, method: Method): void {
  const parameters = (operation.parameters ??= []);
  const takesVersion = parameters.some((parameter) => 'name' in parameter && parameter.name === 'If-Match');
  if (method === 'post') parameters.push(reference('IdempotencyKey'));
  parameters.push(reference('PurposeOfUse'), reference('AcceptLanguage'));
  for (const answer of Object.values(operation.responses))
    if (answer && 'description' in answer) answer.description ||= 'Done.';

  const codes = codesOf(method, takesVersion);
  for (const status of new Set(codes.map((code) => problems[code].status)))
    operation.responses[String(status)] ??= problemAnswer(
      codes.filter((code) => problems[code].status === status),
    );
}

function codesOf(method: Method, takesVersion: boolean): ProblemCode[] {
  const codes = [...always];
  if (method !== 'get') codes.push('conflict', 'payload-too-large', 'unsupported-media-type');
  if (method === 'post') codes.push('idempotency-key-missing', 'idempotency-key-reused');
  if (takesVersion) codes.push('stale-version', 'precondition-required');
  return codes;
}

const reference = (name: keyof typeof sharedParameters) => ({ $ref: `#/components/parameters/${name}` });

const sharedParameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The same key with the same request gives the first answer again, for seven days.',
    schema: { type: 'string', minLength: 1, maxLength: 130 },
  },
  PurposeOfUse: {
    name: 'Purpose-Of-Use',
    in: 'header',
    required: false,
    description: 'Why the data is used, where it differs from what the route stands for.',
    schema: { type: 'string', enum: [...purposes] },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    schema: { type: 'string', maxLength: 200, default: 'id' },
  },
} satisfies Components['parameters'];

const problemAnswer = (codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].title.en}.`).join(' '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const problemSchema: NonNullable<Components['schemas']>[string] = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    traceId: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    errors: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        required: ['in', 'pointer', 'code', 'detail'],
        properties: {
          in: { type: 'string', enum: ['body', 'path', 'query', 'header'] },
          pointer: { type: 'string', description: 'JSON Pointer; the name of the header for `header`.' },
          code: { type: 'string', enum: Object.keys(fieldTexts) },
          detail: { type: 'string' },
          limit: { type: 'number' },
        },
      },
    },
  },
};
