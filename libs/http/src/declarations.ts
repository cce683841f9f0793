import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiExtension, ApiResponse } from '@nestjs/swagger';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { z } from 'zod';
import type { AuditAction, DeclaredAct, Permission, Purpose } from '@rujukan/authz';

/** What a route says about itself. A route that says too little is closed. */
export interface Declaration {
  readonly isPublic: boolean;
  readonly permission: Permission | undefined;
  /** Undefined for a route that reads public data and is not recorded. */
  readonly act: DeclaredAct | undefined;
  readonly isUnrecorded: boolean;
}

const publicKey = 'rujukan:public';
const permissionKey = 'rujukan:permission';
const actKey = 'rujukan:act';
const unrecordedKey = 'rujukan:unrecorded';

/** The permission without which the route answers 403. */
export const Requires = (permission: Permission): MethodDecorator =>
  applyDecorators(SetMetadata(permissionKey, permission), ApiExtension('x-permission', permission));

/**
 * The act that each call is recorded as: `handoff.accept`, for example.
 *
 * @param purpose why the data is used, where the caller does not say so in `Purpose-Of-Use`.
 */
export function Audited(
  type: string,
  action: AuditAction,
  purpose: Purpose = 'case-management',
): MethodDecorator {
  const act: DeclaredAct = { type, action, purpose };
  return applyDecorators(SetMetadata(actKey, act), ApiExtension('x-audit', act));
}

/** In place of {@link Audited}, for public data only; the reason is published with the API. */
export const Unrecorded = (reason: string): MethodDecorator =>
  applyDecorators(SetMetadata(unrecordedKey, reason), ApiExtension('x-audit', { unrecorded: reason }));

/** Open to everyone: health and the API's own description, nothing else. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(publicKey, true), ApiExcludeEndpoint());

/** Describes the answer in the API's own description; `status` is 201 for most POSTs. It is not checked at run time. */
export const Answers = (schema: z.ZodType, status = 200): MethodDecorator =>
  ApiResponse({ status, standardSchema: schema });

/** Reads what was declared on a handler. */
export function declarationOf(handler: object): Declaration {
  const read = <T>(key: string) => Reflect.getMetadata(key, handler) as T | undefined;
  return {
    isPublic: read<boolean>(publicKey) === true,
    permission: read<Permission>(permissionKey),
    act: read<DeclaredAct>(actKey),
    isUnrecorded: read<string>(unrecordedKey) !== undefined,
  };
}

const pages = new Set(['limit', 'cursor']);

/**
 * Names by which a route can be asked to narrow its answer, from the schema that reads its query. Only these may stand in
 * an entry: any other name in a query was made up by the caller.
 */
export function criteriaOf(controller: object, handler: string): readonly string[] {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Readonly<
    Record<string, { readonly schema?: unknown }>
  >;
  const names = Object.entries(parameters).flatMap(([key, { schema }]) =>
    Number(key.split(':')[0]) === RouteParamtypes.QUERY && schema instanceof z.ZodType ? namesIn(schema) : [],
  );
  return names.filter((name) => !pages.has(name));
}

const namesIn = (schema: z.ZodType): string[] =>
  Object.keys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {});
