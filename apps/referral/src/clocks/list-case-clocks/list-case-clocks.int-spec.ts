import type { CaseId } from '../../domain/ids.js';
import {
  aService,
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
import { ListCaseClocks } from './list-case-clocks.query.js';

describe('the clocks around a case', () => {
  let service: TestService;
  let list: ListCaseClocks;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    list = new ListCaseClocks(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const read = async (agency: string) => valueOf(await list.execute(someoneOf(agency), id)).items;
  const need = async (agency = uptd) =>
    (await read(agency)).filter(({ definition }) => definition === 'referral-need');
  const minutes = (n: number) => new Date(Date.parse('2026-03-07T20:00:00.000Z') + n * 60_000);

  it('keep the need running across a decline for capacity, until another accepts', async () => {
    const declined = await service.asks(id);
    const noRoom = someoneOf(shelter, { now: minutes(50) });
    valueOf(await service.reject.execute(noRoom, declined, 1, { reason: 'no-capacity' }));
    expect(await need()).toMatchObject([{ state: 'running', dueAt: minutes(180) }]);
    const next = await service.asks(id, { to: secondShelter }, someoneOf(uptd, { now: minutes(58) }));
    expect(await need()).toHaveLength(1);
    valueOf(await service.accept.execute(someoneOf(secondShelter, { now: minutes(155) }), next, 1));
    expect(await need()).toMatchObject([
      { state: 'met', isLate: false, stoppedAt: minutes(155), serviceType: 'emergency-shelter', caseId: id },
    ]);
  });

  it('begin anew when the same need comes again', async () => {
    await service.refers(id);
    await service.asks(id, { to: secondShelter });
    expect((await need()).map(({ state }) => state).sort()).toEqual(['met', 'running']);
  });

  it('move with custody: what the old custodian owed or waited for, the new one does', async () => {
    await service.asks(id);
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    const open = (await read(singkawang)).filter(({ state }) => state === 'running');
    expect(
      open.map(({ definition, agencyId, awaitedByAgencyId }) => [definition, agencyId, awaitedByAgencyId]),
    ).toEqual(
      expect.arrayContaining([
        ['referral-need', singkawang, undefined],
        ['referral-decision', shelter, singkawang],
      ]),
    );
    expect(reasonOf(await list.execute(someoneOf(uptd), id))).toBe('not-found');
  });

  it('end with the case, but for the word that is still owed', async () => {
    await service.refers(id);
    await service.asks(id, { to: secondShelter });
    await service.closes(id);
    const open = (await read(uptd)).filter(({ state }) => state === 'running');
    expect(open.map(({ definition }) => definition)).toEqual(['referral-feedback']);
  });

  it('are all seen by the custodian, and by whoever works under a referral its own', async () => {
    await service.refers(id);
    await service.asks(id, { to: secondShelter, serviceType: 'emergency-shelter' });
    expect(new Set((await read(uptd)).map(({ agencyId }) => agencyId))).toEqual(
      new Set([uptd, shelter, secondShelter]),
    );
    expect(new Set((await read(shelter)).map(({ agencyId }) => agencyId))).toEqual(new Set([shelter]));
    for (const agency of [secondShelter, stranger])
      expect(reasonOf(await list.execute(someoneOf(agency), id))).toBe('not-found');
  });
});
