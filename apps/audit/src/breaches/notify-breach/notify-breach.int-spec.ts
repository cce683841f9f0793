import { randomUUID } from 'node:crypto';
import { publishedEntries, saturdayNight, type ContextOptions } from '@rujukan/testing';
import type { BreachFacts, Telling } from '../../domain/breach.js';
import { aRegister, dpoOf, type Register } from '../../storage/fixtures/a-register.js';
import { CloseBreach } from '../close-breach/close-breach.js';
import { GetBreach } from '../get-breach/get-breach.query.js';
import { ListBreaches } from '../list-breaches/list-breaches.query.js';
import { RecordBreach } from '../record-breach/record-breach.js';
import { NotifyBreach } from './notify-breach.js';

jest.setTimeout(60_000);

const hour = 3_600_000;
const own = '0195718e-5a00-7000-8000-0000000000a1';
const other = '0195718e-5a00-7000-8000-0000000000a2';
const [first, second] = ['0195718e-5a00-7000-8000-0000000000c1', '0195718e-5a00-7000-8000-0000000000c2'];
const words = {
  description: 'Berkas salinan tertinggal di angkutan umum',
  handling: 'Berkas diambil kembali',
};
const lesson = 'Berkas cetak tidak lagi dibawa keluar kantor';
const late = { code: 'overlooked', text: 'Surat tertahan di meja tata usaha' } as const;

const facts = (more: Partial<BreachFacts> = {}): BreachFacts => ({
  cause: 'lost-device',
  knownAt: saturdayNight,
  dataClasses: ['identity', 'narrative'],
  persons: 2,
  caseIds: [first, second],
  agencyIds: [own],
  ...more,
});
const telling = (more: Partial<Telling> = {}): Telling => ({
  authorityToldAt: saturdayNight,
  isPublic: false,
  notices: [
    { caseId: first, channel: 'in-person', guardian: 'suspect' },
    { caseId: second, channel: 'guardian', guardian: 'not-suspect' },
  ],
  ...more,
});
const after = (hours: number) => new Date(saturdayNight.getTime() + hours * hour);

describe('the register of breaches', () => {
  let register: Register;
  let breach: { id: string; version: number };

  beforeAll(async () => {
    register = await aRegister();
  });
  afterAll(() => register.close());

  const by = (hours = 1, more: Partial<ContextOptions> = {}) => dpoOf(own, { now: after(hours), ...more });
  const records = async (more: Partial<BreachFacts> = {}) => {
    const recorded = await new RecordBreach(register.uow, register.sealer).execute(
      dpoOf(own, { act: { type: 'breach.recorded', action: 'C', purpose: 'operations' } }),
      facts(more),
      words,
    );
    if (!recorded.ok) throw new Error(recorded.reason);
    return recorded.value;
  };
  const notifies = (who = by(), more: Partial<Telling> = {}, version = 1) =>
    new NotifyBreach(register.uow).execute(who, breach.id, version, telling(more));
  const closes = (who = by(), version = 2, reason?: typeof late) =>
    new CloseBreach(register.uow, register.sealer).execute(who, breach.id, version, { lesson, late: reason });
  const reads = (who = by()) => new GetBreach(register.uow, register.sealer).execute(who, breach.id);
  const lists = async (who = by()) => {
    const page = await new ListBreaches(register.uow, register.cursors).execute(who, { limit: 50 });
    if (!page.ok) throw new Error('refused');
    return page.value.items;
  };

  beforeEach(async () => {
    breach = await records();
  });

  it('counts seventy-two hours from when it was known, and says so in the entry, of each case concerned', async () => {
    expect(breach).toMatchObject({ version: 1, dueAt: after(72) });
    expect((await publishedEntries(register.database.worker)).at(-1)).toMatchObject({
      type: 'breach.recorded',
      outcome: 'success',
      subject: [first, second],
      entity: [{ type: 'breach', id: breach.id, version: 1, facts: { due: after(72).toISOString() } }],
    });
  });

  it('keeps what was written in words from whoever has the database', async () => {
    const stored = await register.database.app.transaction(async (tx) => {
      await tx.query(`select set_config('app.agency', $1, true)`, [own]);
      return tx.query<{ text: string }[]>(
        `select encode(description || handling, 'escape') as text from breach where id = $1`,
        [breach.id],
      );
    });
    expect(stored).toHaveLength(1);
    expect(stored[0]?.text).not.toContain('angkutan');
    expect(JSON.stringify(await publishedEntries(register.database.worker))).not.toContain('angkutan');
  });

  it('refuses what would be known tomorrow', async () => {
    const early = new RecordBreach(register.uow, register.sealer).execute(
      by(),
      facts({ knownAt: after(2) }),
      words,
    );
    expect(await early).toMatchObject({ reason: 'known-in-the-future' });
    expect(await notifies(by(), { authorityToldAt: after(2) })).toMatchObject({
      reason: 'known-in-the-future',
    });
  });

  it('writes both notices: which data, when and how, what is done; the one for a person names nothing of her', async () => {
    const found = await reads();
    if (!found.ok || !('noticeTexts' in found.value)) throw new Error('no notice');
    const { authority, person } = found.value.noticeTexts;
    for (const text of [authority, person]) {
      expect(text).toContain('1. Data pribadi yang terungkap\n- Nama, tanggal lahir, jenis kelamin');
      expect(text).toContain('2. Kapan dan bagaimana');
      expect(text).toContain(`3. Upaya penanganan dan pemulihan\n${words.handling}`);
    }
    expect(authority).toContain(words.description);
    for (const kept of [words.description, breach.id, first, 'kasus', 'anak', 'eksploitasi'])
      expect(person).not.toContain(kept);
  });

  it.each(['suspect', 'unknown'] as const)('lets no word go by a guardian who is %s', async (guardian) => {
    const notices = [telling().notices[0]!, { caseId: second, channel: 'guardian', guardian } as const];
    expect(await notifies(by(), { notices })).toMatchObject({ reason: 'guardian-is-suspect' });
  });

  it.each([
    ['leaves one out', [telling().notices[0]!]],
    ['names one twice', [telling().notices[0]!, telling().notices[0]!]],
    ['names a stranger', [telling().notices[0]!, { ...telling().notices[1]!, caseId: randomUUID() }]],
  ])('is not told when it %s', async (_, notices) => {
    expect(await notifies(by(), { notices })).toMatchObject({ reason: 'notices-incomplete' });
  });

  it('is told once, in time, also when eight say so at once, and then closed', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => notifies()));
    expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { status: 'notified', isLate: false } }]);
    expect(await notifies(by(), {}, 2)).toMatchObject({ reason: 'breach-notified' });
    expect(await closes()).toMatchObject({ value: { status: 'closed', version: 3 } });
    expect(await closes(by(), 3)).toMatchObject({ reason: 'breach-closed' });
    expect(await reads()).toMatchObject({ value: { status: 'closed', lesson, allowedActions: [] } });
  });

  it('that was told too late is not closed without a reason in writing', async () => {
    expect(await notifies(by(73))).toMatchObject({ value: { isLate: true } });
    expect(await closes(by(74))).toMatchObject({
      reason: 'late-reason-missing',
      details: { dueAt: after(72) },
    });
    expect(await closes(by(74), 2, late)).toMatchObject({ ok: true });
    expect(await reads()).toMatchObject({ value: { lateReason: late, isOverdue: true } });
  });

  it('is not closed before anybody was told, and not by who saw another version', async () => {
    expect(await closes(by(), 1)).toMatchObject({ reason: 'breach-not-notified' });
    expect(await closes(by(), 9)).toMatchObject({ reason: 'stale-version' });
    expect(await notifies(by(), {}, 9)).toMatchObject({ reason: 'stale-version' });
  });

  it('is another agency’s secret, and seen without words by auditors', async () => {
    for (const stranger of [dpoOf(other), dpoOf(null)]) {
      expect(await reads(stranger)).toMatchObject({ reason: 'not-found' });
      expect(await notifies(stranger)).toMatchObject({ reason: 'not-found' });
      expect(await closes(stranger)).toMatchObject({ reason: 'not-found' });
      expect(await lists(stranger)).toEqual([]);
    }
    expect(
      await new RecordBreach(register.uow, register.sealer).execute(dpoOf(null), facts(), words),
    ).toMatchObject({
      reason: 'forbidden',
    });
    const auditor = dpoOf(other, { roles: ['auditor'] });
    expect(await lists(auditor)).toContainEqual(
      expect.objectContaining({ id: breach.id, allowedActions: [] }),
    );
    expect(JSON.stringify(await reads(auditor))).not.toContain('angkutan');
    expect(await lists()).toContainEqual(
      expect.objectContaining({ id: breach.id, allowedActions: ['notify'] }),
    );
  });

  it('shows in the list which warning the time has reached, until it is told', async () => {
    const seen = async (hours: number) => (await lists(by(hours))).find(({ id }) => id === breach.id);
    expect(await seen(1)).not.toHaveProperty('warned');
    expect(await seen(58)).toMatchObject({ warned: 80, isOverdue: false });
    expect(await seen(73)).toMatchObject({ warned: 100, isOverdue: true });
    await notifies(by(74));
    expect(await seen(75)).not.toHaveProperty('warned');
  });

  it('answers the same request once', async () => {
    const again = by(1, { idempotencyKey: randomUUID() });
    expect(await notifies(again)).toMatchObject({ ok: true });
    expect(await notifies(again)).toMatchObject({ replayed: true });
  });
});
