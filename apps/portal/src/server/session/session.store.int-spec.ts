import { randomBytes } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@rujukan/testing';
import type { PortalConfig } from '../../config.js';
import { migrations } from '../storage/migrations.js';
import { hashOf, SessionStore } from './session.store.js';

const nine = new Date('2025-11-03T02:00:00Z');
const after = (minutes: number) => new Date(nine.getTime() + minutes * 60_000);
const grant = {
  accessToken: 'canary-access',
  refreshToken: 'canary-refresh',
  accessExpiresAt: nine.toISOString(),
};
const person = { subject: 's', name: 'n', login: 'l', roles: ['case-manager'], agencyId: null };

describe('sessions in the database', () => {
  let database: TestDatabase;
  let store: SessionStore;
  const withKey = (key: Buffer) => new SessionStore(database.app, { sessionKey: key } as PortalConfig);

  beforeAll(async () => {
    database = await testDatabase('portal', migrations);
    store = withKey(randomBytes(32));
  });
  afterAll(() => database.close());

  const opened = async (wall = nine) => {
    const id = await store.open({ grant, person }, wall);
    return { id, session: (await store.find(hashOf(id)))! };
  };

  it('come back with what was put in, by the hash of their id', async () => {
    const { id, session } = await opened();
    expect(session).toMatchObject({ grant, person, lockedAt: null, createdAt: nine, lastSeenAt: nine });
    expect(await store.find(id)).toBeUndefined();
  });

  it('hold no id and no token that a reader of the table could use', async () => {
    const { id } = await opened();
    const [dump] = await database.owner.query<{ text: string }[]>(
      `select string_agg(s::text || encode(sealed, 'escape'), '') as text from session s`,
    );
    expect(dump!.text).not.toContain(id);
    expect(dump!.text).not.toContain('canary');
  });

  it('are nobody’s once the key is another one', async () => {
    const { id } = await opened();
    expect(await withKey(randomBytes(32)).find(hashOf(id))).toBeUndefined();
  });

  it('are refreshed by exactly one of many who try at once', async () => {
    const { session } = await opened();
    const claims = await Promise.all(Array.from({ length: 8 }, () => store.claimRefresh(session, nine)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await store.storeRefreshed(session, { grant: { ...grant, accessToken: 'next' }, person });
    expect((await store.find(session.idHash))!.grant.accessToken).toBe('next');
    expect(await store.claimRefresh(session, nine)).toBe(true);
  });

  it('can be refreshed again when the one who claimed it died', async () => {
    const { session } = await opened();
    expect(await store.claimRefresh(session, nine)).toBe(true);
    expect(await store.claimRefresh(session, after(0.1))).toBe(false);
    expect(await store.claimRefresh(session, after(0.5))).toBe(true);
  });

  it('are locked once and opened again with new tokens', async () => {
    const { session } = await opened();
    await store.lock(session, after(1));
    await store.lock(session, after(2));
    expect((await store.find(session.idHash))!.lockedAt).toEqual(after(1));
    await store.unlock(session.idHash, { grant: { ...grant, accessToken: 'new' }, person }, after(3));
    expect(await store.find(session.idHash)).toMatchObject({
      lockedAt: null,
      lastSeenAt: after(3),
      grant: { accessToken: 'new' },
    });
  });

  it('never grow younger by a late touch', async () => {
    const { session } = await opened();
    await store.touch(session, after(5));
    await store.touch(session, after(4));
    expect((await store.find(session.idHash))!.lastSeenAt).toEqual(after(5));
  });

  it('are swept away after their end, when the next person signs in', async () => {
    const { session } = await opened();
    await opened(after(21));
    expect(await store.find(session.idHash)).toBeUndefined();
  });
});
