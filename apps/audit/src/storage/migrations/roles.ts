/** The service's run-time roles: neither owns a table. */
export const roles = { app: 'audit_app', worker: 'audit_worker' } as const;
