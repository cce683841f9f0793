import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiExtension, ApiResponse } from '@nestjs/swagger';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { z } from 'zod';
import type { AuditAction, DeclaredAct, Permission, Purpose } from '@rujukan/authz';

/** What a route says about itself. A route that says too little is closed. */
export interface Declaration {
  readonly isPublic: boolean;
  /** Public, and asked for by strangers: counted for each address. */
  readonly isOpenToAll: boolean;
  readonly permission: Permission | undefined;
  /** Undefined for a route that reads public data and is not recorded. */
  readonly act: DeclaredAct | undefined;
  readonly isUnrecorded: boolean;
  /** How long ago, in seconds, the caller may have signed in. */
  readonly freshness: number | undefined;
  /** Requests of one caller to this route in a minute, where the common budget is too generous. */
  readonly perMinute: number | undefined;
}

const publicKey = 'rujukan:public';
const permissionKey = 'rujukan:permission';
const actKey = 'rujukan:act';
const openKey = 'rujukan:open';
const unrecordedKey = 'rujukan:unrecorded';
const freshnessKey = 'rujukan:freshness';
const perMinuteKey = 'rujukan:per-minute';

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

/**
 * Only for a person who proved a moment ago who she is: an open session that somebody found does not do. Otherwise it
 * answers 401 with the challenge of RFC 9470, and the client signs her in again.
 */
export const SignedInWithin = (seconds: number): MethodDecorator =>
  applyDecorators(
    SetMetadata(freshnessKey, seconds),
    ApiExtension('x-max-authentication-age', seconds),
    ApiResponse({ status: 401, description: 'insufficient-user-authentication: sign in again' }),
  );

/** A route of which nobody needs much: so many requests of one caller in a minute, found or not. */
export const AtMostPerMinute = (requests: number): MethodDecorator =>
  applyDecorators(SetMetadata(perMinuteKey, requests), ApiExtension('x-requests-per-minute', requests));

/** In place of {@link Audited}, for public data only; the reason is published with the API. */
export const Unrecorded = (reason: string): MethodDecorator =>
  applyDecorators(SetMetadata(unrecordedKey, reason), ApiExtension('x-audit', { unrecorded: reason }));

/** Open to everyone: health and the API's own description, nothing else. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(publicKey, true), ApiExcludeEndpoint());

/**
 * Open to everyone without a token, and not recorded: what proves something to strangers and tells nothing of anybody. The
 * reason is published with the API; requests are counted for each address.
 */
export const OpenToAll = (reason: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(publicKey, true),
    SetMetadata(openKey, true),
    ApiExtension('x-audit', { unrecorded: reason }),
  );

/** Describes the answer in the API's own description; `status` is 201 for most POSTs. It is not checked at run time. */
export const Answers = (schema: z.ZodType, status = 200): MethodDecorator =>
  ApiResponse({ status, standardSchema: schema });

/** Reads what was declared on a handler. */
export function declarationOf(handler: object): Declaration {
  const read = <T>(key: string) => Reflect.getMetadata(key, handler) as T | undefined;
  return {
    isPublic: read<boolean>(publicKey) === true,
    isOpenToAll: read<boolean>(openKey) === true,
    permission: read<Permission>(permissionKey),
    act: read<DeclaredAct>(actKey),
    isUnrecorded: read<string>(unrecordedKey) !== undefined,
    freshness: read<number>(freshnessKey),
    perMinute: read<number>(perMinuteKey),
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
