import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  canary,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ReferOnward } from './refer-onward.js';

describe('passing a handoff on', () => {
  let service: TestService;
  let onward: ReferOnward;
  let id: CaseId;
  let first: HandoffId;

  beforeAll(async () => {
    service = await aService();
    onward = new ReferOnward(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    first = await service.asks(id);
  });

  const passOn = (version = 1, to = secondShelter, by = shelter) =>
    onward.execute(someoneOf(by), { id: first, version }, { to: { to }, texts: { purpose: canary } });
  const passedOn = async (version = 1) => valueOf(await passOn(version)).id;
  const read = async (agency: string, handoff: HandoffId) => service.get.execute(someoneOf(agency), handoff);

  it('asks another on the same terms, in the custodian’s name, and says through whom', async () => {
    const second = await passedOn();
    expect(valueOf(await read(secondShelter, second))).toMatchObject({
      status: 'requested',
      from: { agencyId: uptd },
      forwardedBy: { agencyId: shelter },
      serviceType: 'emergency-shelter',
      shareProfile: 'shelter-placement',
      priority: 'stat',
    });
    expect(valueOf(await read(secondShelter, second))).not.toHaveProperty('partOf');
    expect(valueOf(await read(uptd, second))).toMatchObject({ partOf: first, purpose: canary });
    expect(valueOf(await read(shelter, first)).status).toBe('requested');
    expect(reasonOf(await read(shelter, second))).toBe('not-found');
  });

  it('lets go of the first when the second is accepted, and not before', async () => {
    const accepted = valueOf(await service.accept.execute(someoneOf(shelter), first, 1));
    const second = await passedOn(accepted.version);
    expect(valueOf(await read(shelter, first)).purpose).toBe(canary);

    valueOf(await service.accept.execute(someoneOf(secondShelter), second, 1));
    expect(valueOf(await read(shelter, first))).toMatchObject({ status: 'referred-onward' });
    expect(valueOf(await read(shelter, first))).not.toHaveProperty('purpose');
    expect(await service.events('handoff.referred-onward.v1', first)).toMatchObject([
      { data: { onwardHandoffId: second, toAgencyId: shelter, version: 3 } },
    ]);
  });

  it('leaves everything as it was when the other declines', async () => {
    const second = await passedOn();
    valueOf(await service.reject.execute(someoneOf(secondShelter), second, 1, { reason: 'no-capacity' }));
    expect(valueOf(await read(shelter, first)).status).toBe('requested');
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), first, 1))).toBe('done');
  });

  it('closes the whole chain behind the one who accepts', async () => {
    await service.database.owner.query(
      `insert into service (id, agency_id, type, name, capacity_status)
       values (gen_random_uuid(), $1, 'emergency-shelter', 'x', 'unknown')`,
      [singkawang],
    );
    const second = await passedOn();
    const third = valueOf(
      await onward.execute(
        someoneOf(secondShelter),
        { id: second, version: 1 },
        { to: { to: singkawang }, texts: { purpose: 'x' } },
      ),
    ).id;
    valueOf(await service.accept.execute(someoneOf(singkawang), third, 1));
    for (const handoff of [first, second])
      expect(valueOf(await read(uptd, handoff)).status).toBe('referred-onward');
  });

  it('does not take a child away from who serves her already', async () => {
    valueOf(await service.accept.execute(someoneOf(shelter), first, 1));
    const second = await passedOn(2);
    await service.attends(first, shelter);
    valueOf(await service.accept.execute(someoneOf(secondShelter), second, 1));
    expect(valueOf(await read(uptd, first)).status).toBe('in-progress');
  });

  it('is the receiver’s, to another agency that offers the service', async () => {
    expect(reasonOf(await passOn(1, secondShelter, uptd))).toBe('not-receiver');
    expect(reasonOf(await passOn(1, secondShelter, singkawang))).toBe('not-found');
    expect(reasonOf(await passOn(1, shelter))).toBe('handoff-to-self');
    expect(reasonOf(await passOn(1, uptd))).toBe('handoff-to-self');
    expect(reasonOf(await passOn(2))).toBe('stale-version');
  });

  it('is recorded as the receiver’s act', async () => {
    const second = await passedOn();
    expect((await service.trail(second)).at(-1)).toMatchObject({
      actor: { org: shelter },
      subject: [id],
      authz: { policyId: 'receiver-passes-on', lawfulBasis: 'vital-interest' },
    });
  });
});
