import { randomBytes } from 'node:crypto';
import { testDatabase, type TestDatabase } from '@rujukan/testing';
import type { PortalConfig } from '../../config.js';
import { ColleagueStore } from '../colleagues/colleague.store.js';
import type { Session } from '../session/session.js';
import { migrations } from '../storage/migrations.js';
import { ListColleaguesHttp } from './list-colleagues.http.js';

const ours = '0199c0de-0000-7000-8000-00000000000a';
const theirs = '0199c0de-0000-7000-8000-00000000000b';
const nine = new Date('2025-11-03T02:00:00Z');
const daysLater = (days: number) => new Date(nine.getTime() + days * 86_400_000);

const someone = (last: number, more: Partial<Session['person']> = {}): Session['person'] => ({
  subject: `0199c0de-1111-7000-8000-00000000000${last}`,
  name: `Orang ${last}`,
  login: `l${last}`,
  roles: ['case-worker'],
  agencyId: ours,
  ...more,
});

describe('colleagues at a desk', () => {
  let database: TestDatabase;
  let store: ColleagueStore;

  beforeAll(async () => {
    database = await testDatabase('portal', migrations);
    store = new ColleagueStore(database.app, { sessionKey: randomBytes(32) } as PortalConfig);
  });
  afterAll(() => database.close());
  beforeEach(() => database.owner.query('delete from colleague'));

  const namesFor = async (person: Session['person']) => {
    const { items } = await new ListColleaguesHttp(store).list({ person } as Session);
    return items.map(({ name }) => name);
  };

  it('are those of the own agency who may answer, by name', async () => {
    await store.note(someone(2), nine);
    await store.note(someone(1, { roles: ['supervisor'] }), nine);
    await store.note(someone(3, { roles: ['agency-admin'] }), nine);
    await store.note(someone(4, { agencyId: theirs }), nine);
    expect(await namesFor(someone(1))).toEqual(['Orang 1', 'Orang 2']);
  });

  it('are nobody for somebody without an agency, who is nobody’s colleague either', async () => {
    await store.note(someone(1), nine);
    expect(await namesFor(someone(5, { agencyId: null }))).toEqual([]);
    await store.note(someone(1, { agencyId: null }), nine);
    expect(await namesFor(someone(2))).toEqual([]);
  });

  it('follow the person to another agency and another name', async () => {
    await store.note(someone(1), nine);
    await store.note(someone(1, { agencyId: theirs, name: 'Orang lain' }), nine);
    expect(await namesFor(someone(2))).toEqual([]);
    expect(await namesFor(someone(2, { agencyId: theirs }))).toEqual(['Orang lain']);
  });

  it('are forgotten a month after they last came', async () => {
    await store.note(someone(1), nine);
    await store.note(someone(2), daysLater(29));
    expect(await namesFor(someone(2))).toEqual(['Orang 1', 'Orang 2']);
    await store.note(someone(2), daysLater(31));
    expect(await namesFor(someone(2))).toEqual(['Orang 2']);
  });

  it('stand in the table without a name that a reader of it could use', async () => {
    await store.note(someone(1), nine);
    const [dump] = await database.owner.query<{ text: string }[]>(
      `select string_agg(c::text || encode(sealed, 'escape'), '') as text from colleague c`,
    );
    expect(dump!.text).not.toContain('Orang');
  });

  it('are unknown under another key, and known again at the next sign-in', async () => {
    await store.note(someone(1), nine);
    const rekeyed = new ColleagueStore(database.app, { sessionKey: randomBytes(32) } as PortalConfig);
    expect(await rekeyed.ofAgency(ours)).toEqual([]);
    await rekeyed.note(someone(1), nine);
    expect(await rekeyed.ofAgency(ours)).toHaveLength(1);
  });
});
