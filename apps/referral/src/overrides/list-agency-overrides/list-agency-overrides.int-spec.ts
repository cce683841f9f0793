import { publishedEntries, saturdayNight } from '@rujukan/testing';
import { overrideId, type CaseId, type HandoffId, type OverrideId } from '../../domain/ids.js';
import { aConsentService, type ConsentService } from '../../storage/fixtures/a-consent.js';
import { shelter, singkawang, someoneOf, stranger, uptd, valueOf } from '../../storage/fixtures/a-service.js';
import { ListAgencyOverrides } from './list-agency-overrides.query.js';

const proposal = {
  basis: 'vital-interest',
  to: shelter,
  serviceType: 'emergency-shelter',
  reason: 'guardian-obstructs',
} as const;

describe('the exceptions of an agency', () => {
  let service: ConsentService;
  let list: ListAgencyOverrides;
  let cases: [CaseId, CaseId];
  let waiting: [OverrideId, OverrideId];
  const manager = someoneOf(uptd);
  const supervisor = someoneOf(uptd, { roles: ['supervisor'] });

  beforeEach(async () => {
    service = await aConsentService();
    list = new ListAgencyOverrides(service.uow, service.cursors);
    cases = [await service.opens(), await service.opens()];
    waiting = [await proposed(cases[0], 0), await proposed(cases[1], 1)];
  });
  afterEach(() => service.close());

  const proposed = async (id: CaseId, minutes: number): Promise<OverrideId> => {
    const by = { ...manager, now: new Date(saturdayNight.getTime() + minutes * 60_000) };
    return overrideId(valueOf(await service.propose.execute(by, id, proposal)).id);
  };
  const seen = async (by = supervisor, more: object = {}) =>
    valueOf(await list.execute(by, { status: 'proposed', limit: 25, ...more }));
  const ids = async (by = supervisor) => (await seen(by)).items.map(({ id }) => id);

  it('are shown across cases, newest first, with what there is to decide', async () => {
    const { items } = await seen();
    expect(items.map(({ id, caseId }) => [id, caseId])).toEqual([
      [waiting[1], cases[1]],
      [waiting[0], cases[0]],
    ]);
    expect(items[0]).toMatchObject({
      caseNumber: expect.stringMatching(/^K-/) as string,
      version: 1,
      status: 'proposed',
      basis: 'vital-interest',
      toAgencyId: shelter,
      reason: 'guardian-obstructs',
      isMine: false,
    });
    expect((await seen(manager)).items[0]).toMatchObject({ isMine: true });
  });

  it('wait until somebody decides, and can be asked for by how they stand', async () => {
    valueOf(await service.decide.execute(supervisor, waiting[0], 1, 'refused'));
    expect(await ids()).toEqual([waiting[1]]);
    expect((await seen(supervisor, { status: 'refused' })).items).toMatchObject([{ id: waiting[0] }]);
    expect((await seen(supervisor, { status: undefined })).items).toHaveLength(2);
  });

  it('are nobody else’s, go with the case to its new agency, and end with it', async () => {
    for (const other of [stranger, shelter, singkawang]) expect(await ids(someoneOf(other))).toEqual([]);
    const transfer: HandoffId = await service.asksTransfer(cases[0]);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    expect(await ids()).toEqual([waiting[1]]);
    expect(await ids(someoneOf(singkawang))).toEqual([waiting[0]]);
    await service.closes(cases[1]);
    expect(await ids()).toEqual([]);
  });

  it('come page by page', async () => {
    const first = await seen(supervisor, { limit: 1 });
    expect(first.items).toMatchObject([{ id: waiting[1] }]);
    const second = await seen(supervisor, { limit: 1, cursor: first.next });
    expect(second.items).toMatchObject([{ id: waiting[0] }]);
    expect(second).not.toHaveProperty('next');
  });

  it('are read on record, with the cases they are about', async () => {
    await seen();
    const entry = (await publishedEntries(service.database.worker)).at(-1);
    expect(entry).toMatchObject({ outcome: 'success', authz: { policyId: 'second-person-decides' } });
    expect([...(entry?.subject ?? [])].sort()).toEqual([...cases].sort());
  });
});
