/**
 * The run-time roles own no table; the owner migrates, erases lawfully and drops what retention ended. The signer sees the
 * tree and not the entries.
 */
export const roles = {
  app: 'audit_app',
  worker: 'audit_worker',
  signer: 'audit_signer',
  owner: 'audit_owner',
} as const;
