/** The two run-time roles own no table; the owner migrates, erases lawfully and drops what retention ended. */
export const roles = { app: 'audit_app', worker: 'audit_worker', owner: 'audit_owner' } as const;
