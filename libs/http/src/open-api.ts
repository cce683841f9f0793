import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problems, type ProblemCode } from '@rujukan/contracts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The API's own description, OpenAPI 3.1, from the schemas that also validate. */
export function describeApi(app: INestApplication, about: { service: string; title: string }): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle(about.title)
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
  document.components = { ...document.components, ...sharedComponents };
  for (const item of Object.values(document.paths))
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (operation) complete(operation, method);
    }
  return document;
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return { schema: rest as Record<string, unknown>, components: ($defs ?? {}) as Record<string, never> };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['in', 'pointer', 'code', 'detail'],
        properties: {
          in: { type: 'string', enum: ['body', 'path', 'query', 'header'] },
          pointer: { type: 'string' },
          code: { type: 'string' },
          detail: { type: 'string' },
          limit: { type: 'number' },
        },
      },
    },
  },
} as const;

const sharedComponents = { schemas: { Problem: problemSchema } } as unknown as NonNullable<
  OpenAPIObject['components']
>;

const always: readonly ProblemCode[] = [
  'invalid-request',
  'unauthenticated',
  'forbidden',
  'not-found',
  'too-many-requests',
  'internal-error',
  'service-unavailable',
];

function complete(operation: Operation, method: string): void {
  const codes = [...always];
  if (method !== 'get') codes.push('conflict', 'payload-too-large', 'unsupported-media-type');
  const parameters = (operation.parameters ??= []);
  if (method === 'post') {
    codes.push('idempotency-key-missing', 'idempotency-key-reused');
    parameters.push(idempotencyKey);
  }
  if (parameters.some((parameter) => 'name' in parameter && parameter.name === 'If-Match'))
    codes.push('stale-version', 'precondition-required');
  parameters.push(purposeOfUse, acceptLanguage);
  for (const status of new Set(codes.map((code) => problems[code].status)))
    operation.responses[String(status)] ??= problemAnswer(
      codes.filter((code) => problems[code].status === status),
    );
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: true,
  description: 'The same key with the same request gives the first answer again.',
  schema: { type: 'string', minLength: 1, maxLength: 128 },
};

const purposeOfUse = {
  name: 'Purpose-Of-Use',
  in: 'header' as const,
  required: false,
  schema: { type: 'string', maxLength: 40 },
};

const acceptLanguage = {
  name: 'Accept-Language',
  in: 'header' as const,
  required: false,
  schema: { type: 'string', maxLength: 200, default: 'id' },
};

const problemAnswer = (codes: readonly ProblemCode[]) => ({
  description: codes.map((code) => `${code}: ${problems[code].title.en}`).join('. '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
