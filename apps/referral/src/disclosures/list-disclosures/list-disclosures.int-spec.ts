import { contextFor, publishedEntries, saturdayNight } from '@rujukan/testing';
import type { CaseId } from '../../domain/ids.js';
import {
  aService,
  aTransfer,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ListDisclosures } from './list-disclosures.query.js';

describe('the ledger of a case', () => {
  let service: TestService;
  let list: ListDisclosures;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    list = new ListDisclosures(service.uow, service.cursors);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const at = (minutes: number) => new Date(saturdayNight.getTime() + minutes * 60_000);
  const auditor = contextFor({ agencyId: stranger, roles: ['auditor'] });
  const read = async (by = someoneOf(uptd)) =>
    valueOf(await list.execute(by, id, { limit: 25 })).items.map(({ to, until, ...line }) => ({
      ...line,
      to: to.agencyId,
      until,
    }));

  it('says who got which groups, when, for what purpose, on which basis and under which version', async () => {
    const handoff = await service.refers(id);
    expect(valueOf(await list.execute(someoneOf(uptd), id, { limit: 25 })).items).toEqual([
      {
        handoffId: handoff,
        kind: 'referral',
        from: { agencyId: uptd, code: 'uptd', name: 'UPTD (Demo)' },
        to: { agencyId: shelter, code: 'plat', name: 'PLAT (Demo)' },
        shareProfile: 'shelter-placement',
        profileVersion: 1,
        fieldGroups: ['identity', 'safety', 'needs', 'guardian'],
        purpose: 'service-provision',
        lawfulBasis: { code: 'vital-interest' },
        disclosedAt: saturdayNight,
      },
    ]);
  });

  it('knows nothing of a request that was declined, and of advice', async () => {
    const declined = await service.asks(id);
    valueOf(await service.reject.execute(someoneOf(shelter), declined, 1, { reason: 'no-capacity' }));
    const advice = await service.asks(id, { kind: 'consultation' });
    valueOf(await service.accept.execute(someoneOf(shelter), advice, 1));
    expect(await read()).toEqual([]);
  });

  it('says until when: the end of the handoff', async () => {
    const handoff = await service.refers(id);
    const by = someoneOf(shelter, { now: at(30) });
    valueOf(await service.complete.execute(by, handoff, 2, { outcome: 'service-provided' }));
    expect(await read()).toMatchObject([{ handoffId: handoff, until: at(30) }]);
  });

  it('says until when: the closure of the case', async () => {
    await service.refers(id);
    await service.closes(id);
    expect(await read()).toMatchObject([{ until: saturdayNight }]);
  });

  it('goes with custody: all of it for the new custodian, nothing more for the old one', async () => {
    const referral = await service.refers(id);
    const transfer = await service.asks(id, aTransfer, someoneOf(uptd, { now: at(5) }));
    valueOf(await service.accept.execute(someoneOf(singkawang, { now: at(10) }), transfer, 1));
    expect(reasonOf(await list.execute(someoneOf(uptd), id, { limit: 25 }))).toBe('not-found');
    const lines = await read(someoneOf(singkawang));
    expect(lines).toMatchObject([
      { handoffId: referral, to: shelter, until: undefined },
      { handoffId: transfer, to: singkawang, kind: 'transfer', purpose: 'case-management', until: undefined },
    ]);
    expect(lines[1]?.fieldGroups).toHaveLength(11);
  });

  it('ends what a transfer gave when custody moves on, and a referral when its receiver takes the case over', async () => {
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang, { now: at(10) }), transfer, 1));
    const from = (minutes: number) => someoneOf(singkawang, { now: at(minutes) });
    const help = { to: uptd, serviceType: 'case-management', shareProfile: 'service-need' } as const;
    const referral = await service.asks(id, help, from(20));
    valueOf(await service.accept.execute(someoneOf(uptd, { now: at(25) }), referral, 1));
    const back = await service.asks(
      id,
      { kind: 'transfer', to: uptd, serviceType: 'case-management', shareProfile: 'case-transfer' },
      from(30),
    );
    valueOf(await service.accept.execute(someoneOf(uptd, { now: at(40) }), back, 1));
    expect(await read()).toMatchObject([
      { handoffId: transfer, to: singkawang, until: at(40) },
      { handoffId: referral, to: uptd, until: at(40) },
      { handoffId: back, to: uptd, until: undefined },
    ]);
  });

  it('is open to an auditor of another agency, to the last instant', async () => {
    await service.refers(id);
    await service.closes(id);
    expect(await read(auditor)).toMatchObject([{ to: shelter, until: saturdayNight }]);
  });

  it('does not exist for anybody else, and each reading of it is on record', async () => {
    await service.refers(id);
    await read();
    await read(auditor);
    expect(reasonOf(await list.execute(someoneOf(shelter), id, { limit: 25 }))).toBe('not-found');
    expect(reasonOf(await list.execute(someoneOf(secondShelter), id, { limit: 25 }))).toBe('not-found');
    const entries = (await publishedEntries(service.database.worker)).slice(-4);
    expect(entries.map(({ outcome, authz, subject }) => [outcome, authz?.policyId, subject])).toEqual([
      ['success', 'custody', [id]],
      ['success', 'audit', [id]],
      ['denied', undefined, [id]],
      ['denied', undefined, [id]],
    ]);
  });

  it('comes in pages', async () => {
    await service.refers(id);
    const second = await service.asks(id, { to: secondShelter }, someoneOf(uptd, { now: at(5) }));
    valueOf(await service.accept.execute(someoneOf(secondShelter), second, 1));
    const first = valueOf(await list.execute(someoneOf(uptd), id, { limit: 1 }));
    const rest = valueOf(await list.execute(someoneOf(uptd), id, { limit: 1, cursor: first.next }));
    expect([...first.items, ...rest.items].map(({ to }) => to.agencyId)).toEqual([shelter, secondShelter]);
    expect(rest).not.toHaveProperty('next');
  });
});
