import { randomUUID } from 'node:crypto';
import { Cursors } from '@rujukan/http';
import { publishedEntries, type ContextOptions } from '@rujukan/testing';
import { aRegister, dpoOf, type Register } from '../../storage/fixtures/a-register.js';
import { isHeld } from '../../storage/legal-hold.store.js';
import { ListHolds } from '../list-holds/list-holds.query.js';
import { PlaceHold } from '../place-hold/place-hold.js';
import { ReleaseHold } from './release-hold.js';

jest.setTimeout(60_000);

const own = '0195718e-5a00-7000-8000-0000000000a1';
const other = '0195718e-5a00-7000-8000-0000000000a2';
const reason = 'Perkara sedang diperiksa di pengadilan';
const over = 'Putusan sudah berkekuatan hukum tetap';

describe('a legal hold', () => {
  let register: Register;

  beforeAll(async () => {
    register = await aRegister();
  });
  afterAll(() => register.close());

  const places = (caseId: string, more: Partial<ContextOptions> = {}) =>
    new PlaceHold(register.uow, register.sealer).execute(
      dpoOf(own, more),
      { caseId, basis: 'trial' },
      reason,
    );
  const placed = async (caseId: string = randomUUID()) => {
    const hold = await places(caseId);
    if (!hold.ok) throw new Error(hold.reason);
    return { caseId, id: hold.value.id };
  };
  const releases = (id: string, who = dpoOf(own), version = 1) =>
    new ReleaseHold(register.uow, register.sealer).execute(who, id, version, over);
  const lists = async (who = dpoOf(own)) => {
    const cursors = new Cursors(Buffer.alloc(32, 1));
    const page = await new ListHolds(register.uow, register.sealer, cursors).execute(who, { limit: 50 });
    if (!page.ok) throw new Error('refused');
    return page.value.items;
  };
  const held = (caseId: string) => isHeld(register.database.app.manager, caseId);
  const newest = async () => (await publishedEntries(register.database.worker)).at(-1);

  it('stands from when it is placed until it is released, and each is on record', async () => {
    const { id, caseId } = await placed();
    expect(await held(caseId)).toBe(true);
    const entity = [{ type: 'legal-hold', id, version: 1, facts: { why: 'trial' } }];
    expect(await newest()).toMatchObject({ subject: [caseId], entity });
    expect(await releases(id)).toMatchObject({ value: { status: 'released', version: 2 } });
    expect(await newest()).toMatchObject({ subject: [caseId], entity: [{ type: 'legal-hold', id }] });
    expect(await held(caseId)).toBe(false);
    expect(await releases(id, dpoOf(own), 2)).toMatchObject({ reason: 'hold-released' });
    expect((await lists()).find((one) => one.id === id)).toMatchObject({ reason, releaseReason: over });
    expect(JSON.stringify(await publishedEntries(register.database.worker))).not.toContain(reason);
  });

  it('stands as long as one of several does', async () => {
    const { id, caseId } = await placed();
    await placed(caseId);
    await releases(id);
    expect(await held(caseId)).toBe(true);
  });

  it('is released by the agency that placed it, by whoever saw it as it is, and once', async () => {
    const { id } = await placed();
    expect(await releases(id, dpoOf(other))).toMatchObject({ reason: 'not-found' });
    expect(await releases(id, dpoOf(own), 3)).toMatchObject({ reason: 'stale-version' });
    const all = await Promise.all(Array.from({ length: 8 }, () => releases(id)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is placed by an agency, and once for the same request', async () => {
    const caseId = randomUUID();
    expect(await places(caseId, { agencyId: null })).toMatchObject({ reason: 'forbidden' });
    const key = { idempotencyKey: randomUUID(), subject: 'one' };
    const [one, two] = [await places(caseId, key), await places(caseId, key)];
    expect(two).toMatchObject({ replayed: true, value: { id: one.ok && one.value.id } });
  });

  it('is another agency’s secret, and seen without words by auditors', async () => {
    const { id } = await placed();
    expect(await lists(dpoOf(other))).toEqual([]);
    const seen = await lists(dpoOf(other, { roles: ['auditor'] }));
    expect(seen).toContainEqual(expect.objectContaining({ id, allowedActions: [] }));
    expect(JSON.stringify(seen)).not.toContain(reason);
  });
});
