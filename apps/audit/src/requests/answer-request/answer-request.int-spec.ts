import { randomUUID } from 'node:crypto';
import { publishedEntries, saturdayNight, type ContextOptions } from '@rujukan/testing';
import type { Answer, RequestFacts } from '../../domain/data-subject-request.js';
import { aRegister, dpoOf, type Register } from '../../storage/fixtures/a-register.js';
import { ListRequests } from '../list-requests/list-requests.query.js';
import { ReceiveRequest } from '../receive-request/receive-request.js';
import { AnswerRequest } from './answer-request.js';

jest.setTimeout(60_000);

const hour = 3_600_000;
const own = '0195718e-5a00-7000-8000-0000000000a1';
const other = '0195718e-5a00-7000-8000-0000000000a2';
const caseId = '0195718e-5a00-7000-8000-0000000000c1';
const asked = 'Saya ingin melihat semua catatan tentang saya';
const words = 'Salinan diserahkan langsung oleh pendamping';
const late = { code: 'staff-shortage', text: 'Petugas sakit sepanjang pekan' } as const;
const after = (hours: number) => new Date(saturdayNight.getTime() + hours * hour);

describe('what people ask of those who hold their data', () => {
  let register: Register;

  beforeAll(async () => {
    register = await aRegister();
  });
  afterAll(() => register.close());

  const by = (hours = 1, more: Partial<ContextOptions> = {}) => dpoOf(own, { now: after(hours), ...more });
  const receives = (more: Partial<RequestFacts> = {}, who = by(0)) =>
    new ReceiveRequest(register.uow, register.sealer).execute(
      who,
      {
        caseId,
        kind: 'access',
        requester: 'child',
        guardian: 'unknown',
        identityCheck: 'known-in-person',
        receivedAt: saturdayNight,
        ...more,
      },
      asked,
    );
  const received = async (more: Partial<RequestFacts> = {}) => {
    const request = await receives(more, by(0));
    if (!request.ok) throw new Error(request.reason);
    return request.value;
  };
  const answers = (id: string, given: Answer = { answer: 'granted' }, who = by(), version = 1) =>
    new AnswerRequest(register.uow, register.sealer).execute(who, id, version, { ...given, words });
  const lists = async (who = by()) => {
    const page = await new ListRequests(register.uow, register.sealer, register.cursors).execute(who, {
      limit: 50,
    });
    if (!page.ok) throw new Error('refused');
    return page.value.items;
  };

  it('shows in the list which warning the time has reached, until it is answered', async () => {
    const { id } = await received();
    const seen = async (hours: number) => (await lists(by(hours))).find((one) => one.id === id);
    expect(await seen(35)).not.toHaveProperty('warned');
    expect(await seen(36)).toMatchObject({ warned: 50, isLate: false });
    expect(await seen(73)).toMatchObject({ warned: 100, isLate: true });
    await answers(id, undefined, by(40));
    expect(await seen(75)).not.toHaveProperty('warned');
  });

  it.each(['access', 'rectification', 'withdrawal', 'restriction', 'erasure'] as const)(
    'must be answered within seventy-two hours: %s',
    async (kind) => {
      const { id, dueAt } = await received({ kind });
      expect(dueAt).toEqual(after(72));
      expect((await publishedEntries(register.database.worker)).at(-1)).toMatchObject({
        subject: [caseId],
        entity: [{ type: 'data-subject-request', id, facts: { due: after(72).toISOString(), kind } }],
      });
      expect(await answers(id, { answer: 'granted' }, by(72))).toMatchObject({
        value: { status: 'answered', version: 2, isLate: false },
      });
    },
  );

  it('is late a moment after that, and then needs a reason in writing', async () => {
    const { id } = await received();
    const justAfter = by(72 + 1 / 3_600_000);
    expect(await answers(id, { answer: 'granted' }, justAfter)).toMatchObject({
      reason: 'late-reason-missing',
    });
    expect(await answers(id, { answer: 'granted', late }, justAfter)).toMatchObject({
      value: { isLate: true },
    });
    expect((await lists()).find((one) => one.id === id)).toMatchObject({ lateReason: late, isLate: true });
  });

  it.each(['suspect', 'unknown'] as const)(
    'is refused to a guardian who is %s, in whole and in part',
    async (guardian) => {
      const { id } = await received({ requester: 'guardian', guardian });
      expect(await answers(id)).toMatchObject({ reason: 'guardian-is-suspect' });
      expect(await answers(id, { answer: 'partly', refusalReason: 'reveals-another' })).toMatchObject({
        reason: 'guardian-is-suspect',
      });
      expect(await answers(id, { answer: 'refused', refusalReason: 'endangers-safety' })).toMatchObject({
        ok: true,
      });
    },
  );

  it('is granted to a guardian who is known to be no suspect', async () => {
    const { id } = await received({ requester: 'guardian', guardian: 'not-suspect' });
    expect(await answers(id)).toMatchObject({ ok: true });
  });

  it('is granted to nobody who could not be identified', async () => {
    const { id } = await received({ identityCheck: 'not-proved' });
    expect(await answers(id)).toMatchObject({ reason: 'identity-not-proved' });
    expect(await answers(id, { answer: 'refused', refusalReason: 'identity-not-proved' })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['a refusal without a reason', { answer: 'refused' }],
    ['a part without a reason', { answer: 'partly' }],
    ['a yes with a reason for no', { answer: 'granted', refusalReason: 'law-enforcement' }],
  ] as const)('knows no %s', async (_, given) => {
    const { id } = await received();
    expect(await answers(id, given)).toMatchObject({ reason: 'refusal-reason-missing' });
  });

  it('is answered once, also when eight do it at once, and not by who saw another version', async () => {
    const { id } = await received();
    expect(await answers(id, { answer: 'granted' }, by(), 4)).toMatchObject({ reason: 'stale-version' });
    const all = await Promise.all(Array.from({ length: 8 }, () => answers(id)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await answers(id, { answer: 'granted' }, by(), 2)).toMatchObject({
      reason: 'data-request-answered',
    });
  });

  it('did not come tomorrow', async () => {
    expect(await receives({ receivedAt: after(2) })).toMatchObject({ reason: 'known-in-the-future' });
  });

  it('is another agency’s secret, and seen without words by auditors', async () => {
    const { id } = await received();
    for (const stranger of [dpoOf(other), dpoOf(null)]) {
      expect(await answers(id, { answer: 'granted' }, stranger)).toMatchObject({ reason: 'not-found' });
      expect(await lists(stranger)).toEqual([]);
    }
    expect(await receives({}, dpoOf(null))).toMatchObject({ reason: 'forbidden' });
    const seen = await lists(dpoOf(other, { roles: ['auditor'] }));
    expect(seen).toContainEqual(expect.objectContaining({ id, allowedActions: [] }));
    expect(JSON.stringify(seen)).not.toContain(asked);
    expect((await lists()).find((one) => one.id === id)).toMatchObject({
      words: asked,
      allowedActions: ['answer'],
    });
    expect(JSON.stringify(await publishedEntries(register.database.worker))).not.toContain(asked);
  });

  it('answers the same request once', async () => {
    const again = by(1, { idempotencyKey: randomUUID() });
    const [one, two] = [await receives({}, again), await receives({}, again)];
    expect(two).toMatchObject({ replayed: true, value: { id: one.ok && one.value.id } });
  });
});
