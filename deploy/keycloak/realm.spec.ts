import { readFileSync } from 'node:fs';
import { rolePermissions } from '@rujukan/authz';
import { agencyType, serviceType } from '@rujukan/contracts';
import { agencyIdOf } from './accounts.mjs';
import { realm, type Agency, type User } from './realm.mjs';

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../demo/${name}.json`, import.meta.url), 'utf8')) as T;
}
const agencies = read<Agency[]>('agencies');
const users = read<User[]>('users');
const services = read<{ name: string; type: string; agencyCode: string }[]>('services');

const realmFor = (edition: 'production' | 'demo' | 'test') =>
  realm({
    agencies,
    users,
    roles: Object.keys(rolePermissions),
    portalUrl: 'http://127.0.0.1:26100',
    edition,
    userPassword: 'demo-0000-0000-0000',
    clientSecret: (clientId) => `secret of ${clientId}`,
  });

const clientIds = (edition: 'production' | 'demo' | 'test') =>
  realmFor(edition).clients.map(({ clientId }) => clientId);

describe('the realm', () => {
  it('has the roles of the code and no other', () => {
    expect(realmFor('demo').roles.realm.map(({ name }) => name)).toEqual(Object.keys(rolePermissions));
  });

  it('gives each person one known role and the agency that the person works for', () => {
    for (const user of users) {
      const account = realmFor('demo').users.find((one) => one.id === user.id);
      expect(account).toMatchObject({
        username: user.login,
        realmRoles: [user.role],
        attributes: { agency_id: [agencyIdOf(agencies, user.agencyCode)] },
      });
      expect(Object.keys(rolePermissions)).toContain(user.role);
    }
  });

  it('has ids that no two accounts share', () => {
    const ids = realmFor('test').users.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes passwords from scripts in a demo and in tests only', () => {
    expect(clientIds('production')).not.toContain('demo-cli');
    expect(clientIds('demo')).toContain('demo-cli');
    expect(clientIds('demo')).not.toContain('other');
    expect(clientIds('test')).toContain('other');
  });

  it('has no people in production', () => {
    expect(realmFor('production').users.every((user) => 'serviceAccountClientId' in user)).toBe(true);
  });

  it('asks the portal for PKCE with S256 and one exact redirect address', () => {
    const portal = realmFor('demo').clients.find(({ clientId }) => clientId === 'portal');
    expect(portal).toMatchObject({
      publicClient: false,
      directAccessGrantsEnabled: false,
      implicitFlowEnabled: false,
      redirectUris: ['http://127.0.0.1:26100/auth/callback'],
      attributes: { 'pkce.code.challenge.method': 'S256' },
    });
  });

  it('says in the portal’s access tokens when the person signed in, without which no emergency access begins', () => {
    const { clients, clientScopes } = realmFor('production');
    const portal = clients.find(({ clientId }) => clientId === 'portal');
    const signsIn = clientScopes.find(({ protocolMappers }) =>
      protocolMappers.some(({ name }) => name === 'auth_time'),
    );
    expect(portal?.defaultClientScopes).toContain(signsIn?.name);
    expect(signsIn?.protocolMappers).toContainEqual(
      expect.objectContaining({
        config: expect.objectContaining({
          'user.session.note': 'AUTH_TIME',
          'claim.name': 'auth_time',
          'access.token.claim': 'true',
        }) as object,
      }),
    );
  });

  it('puts no name of a person into an access token', () => {
    const mappers = realmFor('test').clientScopes.flatMap(({ protocolMappers }) => protocolMappers);
    const naming = mappers.filter(({ name }) => /name|email|locale/.test(String(name)));
    expect(naming.length).toBeGreaterThan(0);
    for (const { config } of naming) expect(config).toMatchObject({ 'access.token.claim': 'false' });
  });
});

describe('the cast of the demo', () => {
  it('uses the codes of the contracts', () => {
    for (const { type } of agencies) expect(agencyType.codes).toContain(type);
    for (const { type, agencyCode } of services) {
      expect(serviceType.codes).toContain(type);
      expect(agencies.map(({ code }) => code)).toContain(agencyCode);
    }
  });

  it('is recognisably invented', () => {
    for (const { name } of [...agencies, ...services]) expect(name).toMatch(/\(Demo\)$/);
    for (const { lastName } of users) expect(lastName).toBe('Percontohan');
  });
});
