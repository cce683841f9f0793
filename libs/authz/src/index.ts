export { may, systemActor } from './actor.js';
export type { Actor } from './actor.js';
export { permissions, permissionsOf, rolePermissions } from './permission.js';
export type { Permission, Role } from './permission.js';
export { purposes } from './request-context.js';
export type { AuditAction, DeclaredAct, Idempotency, Purpose, RequestContext } from './request-context.js';
