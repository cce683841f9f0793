import { randomUUID } from 'node:crypto';
import { auditEntry } from '@rujukan/audit-trail';
import { actOfAdmin, actOfUser, type ReportedAct } from './identity-event.js';

const entryOf = ({ id, context, trail, verdict }: ReportedAct) =>
  JSON.parse(auditEntry(context, trail, verdict, id).payload.toString('utf8')) as Record<string, unknown>;

const person = randomUUID();
const time = Date.parse('2026-03-07T20:00:00.000Z');
const name = 'melati.contoh';
const login = {
  id: randomUUID(),
  time,
  type: 'LOGIN',
  clientId: 'portal',
  userId: person,
  sessionId: 'gS4-session',
  ipAddress: '10.1.2.3',
  details: { username: name, email: `${name}@example.org` },
};

describe('the entry of a sign-in', () => {
  it('says who, when, by which client and from where, and carries no name', () => {
    const entry = entryOf(actOfUser(login));
    expect(entry).toMatchObject({
      type: 'identity.login',
      action: 'E',
      outcome: 'success',
      occurred: '2026-03-07T20:00:00.000Z',
      purpose: 'operations',
      actor: { sub: person, client: 'portal', kind: 'person' },
      net: { ip: '10.1.2.3' },
      entity: [{ type: 'session' }],
    });
    expect(JSON.stringify(entry)).not.toMatch(/contoh|gS4/);
  });

  it('has the same id whenever the event is read, and another than any other event', () => {
    expect(actOfUser(login).id).toBe(actOfUser({ ...login }).id);
    expect(actOfUser({ ...login, id: randomUUID() }).id).not.toBe(actOfUser(login).id);
  });

  it('of the same session as the sign-out names that session', () => {
    const [there, away] = [login, { ...login, id: randomUUID(), type: 'LOGOUT' }].map((one) =>
      entryOf(actOfUser(one)),
    );
    expect(away).toMatchObject({ type: 'identity.logout', entity: there!['entity'] });
  });

  it('that failed is a denial with Keycloak’s code', () => {
    const failed = { ...login, type: 'LOGIN_ERROR', userId: undefined, error: 'user_not_found' };
    expect(entryOf(actOfUser(failed))).toMatchObject({
      type: 'identity.login',
      outcome: 'denied',
      reason: 'user-not-found',
      actor: { sub: 'anonymous' },
    });
  });

  it('keeps no client that the caller made up, and no error that is a text', () => {
    const made = {
      ...login,
      type: 'CLIENT_LOGIN_ERROR',
      clientId: 'melati-contoh',
      error: 'client_not_found',
    };
    expect(entryOf(actOfUser(made))['actor']).toMatchObject({ client: 'unknown' });
    const told = { ...login, type: 'UPDATE_PASSWORD_ERROR', error: 'Melati Contoh may not' };
    expect(entryOf(actOfUser(told))).toMatchObject({ outcome: 'failed', reason: 'error' });
  });
});

describe('the entry of an administrator’s change', () => {
  const change = {
    id: randomUUID(),
    time,
    operationType: 'UPDATE',
    resourceType: 'USER',
    resourcePath: `users/${person}`,
    representation: JSON.stringify({ username: name, firstName: 'Melati', email: `${name}@example.org` }),
    authDetails: { userId: randomUUID(), clientId: 'admin-cli', ipAddress: '::1' },
  };

  it('says who changed which fields of whom, without their values', () => {
    const entry = entryOf(actOfAdmin(change));
    expect(entry).toMatchObject({
      type: 'identity.admin.user',
      action: 'U',
      actor: { sub: change.authDetails.userId, client: 'admin-cli' },
      entity: [
        { type: 'user', id: person },
        { type: 'identity-setting', id: 'user', fields: ['email', 'firstName', 'username'] },
      ],
    });
    expect(JSON.stringify(entry)).not.toMatch(/contoh|Melati/);
  });

  it('names the roles of ours that were given', () => {
    const given = {
      ...change,
      operationType: 'CREATE',
      resourceType: 'REALM_ROLE_MAPPING',
      resourcePath: `users/${person}/role-mappings/realm`,
      representation: JSON.stringify([{ id: randomUUID(), name: 'supervisor' }, { name: 'melati' }]),
    };
    const entry = entryOf(actOfAdmin(given));
    expect(entry).toMatchObject({ type: 'identity.admin.realm-role-mapping', action: 'C' });
    expect(entry['entity']).toContainEqual({ type: 'role', id: 'supervisor' });
    expect(JSON.stringify(entry)).not.toContain('melati');
  });

  it.each(['{"username": "mel', '"melati"', 'null'])('survives what was sent as %s', (representation) => {
    const entry = entryOf(actOfAdmin({ ...change, representation }));
    expect(JSON.stringify(entry)).not.toContain('mel');
  });
});
