/** What a route may ask for: `<noun>:<verb>`. A route that asks for nothing is closed. */
export const permissions = [
  'report:file',
  'report:read',
  'report:triage',
  'case:read',
  'case:update',
  'emergency:use',
  'emergency:read',
  'emergency:review',
  'handoff:create',
  'handoff:read',
  'handoff:answer',
  'handoff:assign',
  'custody:sign',
  'support:read',
  'support:write',
  'closure:request',
  'closure:approve',
  'disclosure:read',
  'clock:read',
  'clock:oversee',
  'milestone:read',
  'milestone:write',
  'consent:read',
  'consent:write',
  'override:approve',
  'directory:read',
  'directory:write',
  'capacity:read',
  'capacity:write',
  'location:write',
  'desk:write',
  'notification:read',
  'audit:read',
  'export:create',
  'export:read',
  'export:approve',
  'breach:read',
  'breach:write',
  'data-request:read',
  'data-request:write',
  'erasure:read',
  'erasure:request',
  'erasure:approve',
  'legal-hold:write',
] as const;

export type Permission = (typeof permissions)[number];

const fieldWork: readonly Permission[] = [
  'directory:read',
  'report:file',
  'report:read',
  'case:read',
  'handoff:read',
  'handoff:answer',
  'support:read',
  'support:write',
  'milestone:read',
  'milestone:write',
  'notification:read',
];

/** Whoever may stand before a child in danger and lack her case. */
const emergencies: readonly Permission[] = ['emergency:use', 'emergency:read'];

/** What it takes to hand a case on. */
const referring: readonly Permission[] = ['case:update', 'handoff:create', 'consent:read', 'consent:write'];

const caseLead: readonly Permission[] = [
  ...fieldWork,
  ...referring,
  'clock:read',
  'disclosure:read',
  'closure:request',
  'capacity:write',
];

/** Realm roles (domain glossary, agency roles) and what each may do. A role that is not listed may do nothing. */
export const rolePermissions: Readonly<Record<string, readonly Permission[]>> = {
  'intake-officer': [...fieldWork, ...referring, ...emergencies, 'report:triage'],
  'case-manager': [...caseLead, ...emergencies, 'report:triage'],
  'case-worker': [...fieldWork, ...emergencies],
  'social-worker': [...caseLead, ...emergencies],
  psychologist: [...fieldWork, ...emergencies],
  investigator: [...caseLead, ...emergencies, 'report:triage'],
  'probation-officer': fieldWork,
  'health-provider': [...fieldWork, ...emergencies, 'capacity:write'],
  'shelter-manager': [...caseLead, ...emergencies, 'location:write', 'handoff:assign'],
  'legal-counsel': [...fieldWork, 'capacity:write'],
  supervisor: [
    ...caseLead,
    ...emergencies,
    'emergency:review',
    'report:triage',
    'closure:approve',
    'override:approve',
    'capacity:read',
    'location:write',
    'desk:write',
    'handoff:assign',
    'custody:sign',
    'erasure:read',
    'erasure:approve',
  ],
  'oversight-commissioner': [
    'directory:read',
    'report:file',
    'report:read',
    'report:triage',
    'clock:read',
    'clock:oversee',
    'capacity:read',
    'emergency:read',
    'emergency:review',
    'notification:read',
    'export:read',
    'export:approve',
    'breach:read',
    'data-request:read',
  ],
  auditor: [
    'directory:read',
    'disclosure:read',
    'audit:read',
    'export:create',
    'export:read',
    'export:approve',
    'clock:read',
    'clock:oversee',
    'emergency:read',
    'notification:read',
    'breach:read',
    'data-request:read',
    'erasure:read',
  ],
  'data-officer': ['directory:read', 'erasure:read', 'erasure:request', 'legal-hold:write'],
  dpo: [
    'directory:read',
    'notification:read',
    'breach:read',
    'breach:write',
    'data-request:read',
    'data-request:write',
    'erasure:read',
    'erasure:request',
    'erasure:approve',
    'legal-hold:write',
  ],
  researcher: ['directory:read'],
  'agency-admin': ['directory:read', 'capacity:write', 'location:write', 'desk:write'],
  'platform-admin': ['directory:read', 'directory:write'],
  'agency-system': [...caseLead, 'report:triage'],
};

export type Role = keyof typeof rolePermissions;

/** Every permission that the roles give together; unknown roles add none. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(
    roles.flatMap((role) => (Object.hasOwn(rolePermissions, role) ? rolePermissions[role]! : [])),
  );
}
