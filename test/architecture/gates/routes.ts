import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { z } from 'zod';
import { declarationOf, type Declaration } from '@rujukan/http';
import { services } from './sources.js';

/** One route as its controller declares it. */
export interface Route {
  readonly service: string;
  /** `GET /v1/cases/:id` */
  readonly name: string;
  readonly declaration: Declaration;
  /** What comes from outside: body, path and query, with the schema that reads it. */
  readonly inputs: readonly { readonly place: string; readonly schema: z.ZodType | undefined }[];
}

const places = new Map<number, string>([
  [RouteParamtypes.BODY, 'body'],
  [RouteParamtypes.QUERY, 'query'],
  [RouteParamtypes.PARAM, 'path'],
  [RouteParamtypes.RAW_BODY, 'raw body'],
  [RouteParamtypes.FILE, 'file'],
  [RouteParamtypes.FILES, 'files'],
]);

/** Settings without which the modules do not load. Nothing is connected to. */
const settings = {
  PORT: '0',
  DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
  KAFKA_BROKERS: '127.0.0.1:1',
  OIDC_ISSUER: 'http://127.0.0.1:1/realms/none',
  OIDC_CLIENTS: 'none',
  CURSOR_SECRET: '00'.repeat(32),
  KEK_FILE: join(tmpdir(), 'rujukan-no-such-key'),
};

/** Every route of every service, from the controllers that its module lists. */
export async function allRoutes(): Promise<Route[]> {
  Object.assign(process.env, settings);
  // Four apps in one process register four databases by the same name, of which Nest would warn.
  Logger.overrideLogger(false);
  const routes: Route[] = [];
  for (const service of services) {
    const { AppModule } = (await import(`../../../apps/${service}/src/app.module.js`)) as { AppModule: Type };
    const controllers = Reflect.getMetadata('controllers', AppModule) as readonly Type[];
    routes.push(...controllers.flatMap((controller) => routesOf(service, controller)));
  }
  return routes;
}

/** Routes of one controller. */
export function routesOf(service: string, controller: Type): Route[] {
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const prototype = controller.prototype as Record<string, object>;
  const handlers = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  return handlers.flatMap((name) => {
    const handler = prototype[name]!;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const path = [base, Reflect.getMetadata(PATH_METADATA, handler) as string]
      .join('/')
      .replaceAll(/\/+/g, '/')
      .replace(/\/$/, '');
    return [
      {
        service,
        name: `${RequestMethod[method]} /${path}`,
        declaration: declarationOf(handler),
        inputs: inputsOf(controller, name),
      },
    ];
  });
}

function inputsOf(controller: Type, handler: string): Route['inputs'] {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { schema?: z.ZodType }
  >;
  return Object.entries(parameters).flatMap(([key, { schema }]) => {
    const place = places.get(Number(key.split(':')[0]));
    return place === undefined ? [] : [{ place, schema }];
  });
}

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** Where a schema lets in more than it must: text without an end, a list without an end, members that nobody named. */
export function openEnds(schema: z.ZodType): string[] {
  return endsOf(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema,
    '',
  );
}

function endsOf(schema: JsonSchema, at: string): string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, member]) => endsOf(member, `${at}/${name}`)),
    ...(schema.items ? endsOf(schema.items, `${at}/*`) : []),
    ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((choices) =>
      (choices ?? []).flatMap((choice) => endsOf(choice, at)),
    ),
  ];
  return [...inner, ...ownEnd(schema).map((what) => `${at || '/'} ${what}`)];
}

const bounded = new Set(['uuid', 'date']);

function ownEnd(schema: JsonSchema): string[] {
  if (schema.type === 'array' && schema.maxItems === undefined) return ['is a list without a largest size'];
  if (schema.type === 'object' && schema.additionalProperties !== false)
    return ['takes members that it does not know'];
  return schema.type === 'string' && !hasLongest(schema) ? ['is text without a longest length'] : [];
}

const hasLongest = ({ maxLength, enum: codes, const: only, format = '' }: JsonSchema): boolean =>
  maxLength !== undefined || codes !== undefined || only !== undefined || bounded.has(format);
