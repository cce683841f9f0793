import { may, systemActor } from './actor.js';
import { permissions, permissionsOf, rolePermissions } from './permission.js';

const roles = Object.keys(rolePermissions);

describe('what a role may do', () => {
  it.each(roles)('%s: only what exists, each once', (role) => {
    const given = rolePermissions[role] ?? [];
    expect(given.filter((permission) => !permissions.includes(permission))).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
  });

  it('leaves no permission that nobody has', () => {
    const given = permissionsOf(roles);
    expect(permissions.filter((permission) => !given.has(permission))).toEqual([]);
  });

  it('adds up over several roles', () => {
    expect(permissionsOf(['auditor', 'case-worker']).has('audit:read')).toBe(true);
    expect(permissionsOf(['auditor', 'case-worker']).has('support:write')).toBe(true);
  });

  it.each([[[]], [['unknown']], [['constructor', '__proto__', 'toString']]])(
    'is nothing for %j',
    (unknown) => {
      expect([...permissionsOf(unknown)]).toEqual([]);
    },
  );

  it('keeps reading the trail from everybody who works on cases', () => {
    const both = roles.filter((role) => {
      const given = permissionsOf([role]);
      return given.has('audit:read') && (given.has('case:read') || given.has('report:read'));
    });
    expect(both).toEqual([]);
  });

  it('lets only a supervisor approve a closure', () => {
    expect(roles.filter((role) => permissionsOf([role]).has('closure:approve'))).toEqual(['supervisor']);
  });
});

describe('the service acting by itself', () => {
  it('is no agency’s and may ask for nothing', () => {
    const actor = systemActor('referral');
    expect(actor).toMatchObject({ subject: 'system:referral', agencyId: null, kind: 'service' });
    expect(permissions.filter((permission) => may(actor, permission))).toEqual([]);
  });
});
