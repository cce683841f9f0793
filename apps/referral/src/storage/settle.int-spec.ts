import { ListHandoffs } from '../handoffs/list-handoffs/list-handoffs.query.js';
import { AssignHandoff } from '../answers/assign-handoff/assign-handoff.js';
import type { CaseId, HandoffId } from '../domain/ids.js';
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
} from './fixtures/a-service.js';

describe('what an accepted transfer settles', () => {
  let service: TestService;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    await service.database.owner.query(
      `insert into service (id, agency_id, type, name, capacity_status)
       select gen_random_uuid(), agency, 'emergency-shelter', 'x', 'unknown' from unnest($1::uuid[]) as agency`,
      [[uptd, singkawang]],
    );
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const read = async (agency: string, handoff: HandoffId) => service.get.execute(someoneOf(agency), handoff);
  const transfers = async () => {
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    return transfer;
  };

  it('goes on under the new custodian, and the old one keeps only the receipt of the transfer', async () => {
    const running = await service.refers(id);
    const waiting = await service.asks(id, { to: secondShelter });
    const over = await service.asks(id, { kind: 'consultation' });
    valueOf(await service.reject.execute(someoneOf(shelter), over, 1, { reason: 'other' }));
    const transfer = await transfers();

    for (const handoff of [running, waiting]) {
      expect(valueOf(await read(singkawang, handoff))).toMatchObject({ from: { agencyId: singkawang } });
      expect(reasonOf(await read(uptd, handoff))).toBe('not-found');
    }
    expect(valueOf(await read(uptd, over)).status).toBe('rejected');
    expect(valueOf(await read(uptd, transfer)).status).toBe('accepted');
    valueOf(await service.accept.execute(someoneOf(secondShelter), waiting, 1));
    valueOf(await service.complete.execute(someoneOf(shelter), running, 2, { outcome: 'service-provided' }));
    expect((await service.events('handoff.completed.v1', running))[0]?.data).toMatchObject({
      fromAgencyId: singkawang,
    });
  });

  it('names each of them in the one entry of the acceptance', async () => {
    const running = await service.refers(id);
    const transfer = await transfers();
    const entry = (await service.trail(transfer)).at(-1);
    expect(entry?.entity).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'handoff', id: running, fields: ['fromAgencyId'] }),
        expect.objectContaining({ type: 'custody', id, fields: ['custodianAgencyId'] }),
      ]),
    );
  });

  it('ends what the old custodian had asked of the new one, waiting or begun', async () => {
    const waiting = await service.asks(id, { to: singkawang });
    const begun = await service.asks(id, { to: singkawang, kind: 'consultation' });
    valueOf(await service.accept.execute(someoneOf(singkawang), begun, 1));
    await transfers();
    for (const handoff of [waiting, begun]) {
      expect(valueOf(await read(singkawang, handoff)).status).toBe('cancelled');
      expect(await service.events('handoff.cancelled.v1', handoff)).toHaveLength(1);
    }
  });

  it('drops what was never sent', async () => {
    const written = { purpose: 'x', draft: true };
    const draft = valueOf(
      await service.request.execute(someoneOf(uptd), id, { ...aTransfer, ...aBed }, written),
    );
    await transfers();
    expect(valueOf(await read(uptd, draft.id as HandoffId)).status).toBe('entered-in-error');
    expect(await service.events('handoff.entered-in-error.v1', draft.id as HandoffId)).toHaveLength(0);
  });

  it('lets no claim and no answer of others be lost', async () => {
    const running = await service.refers(id);
    const by = someoneOf(shelter);
    const worker = by.actor.subject;
    const box = { box: 'inbox', limit: 1 } as const;
    valueOf(await new ListHandoffs(service.uow, service.cursors).execute(by, box));
    valueOf(await new AssignHandoff(service.uow).execute(someoneOf(shelter), running, worker));
    await transfers();
    expect(valueOf(await read(shelter, running))).toMatchObject({ claimedBy: worker, status: 'accepted' });
    expect(reasonOf(await read(stranger, running))).toBe('not-found');
  });
});

const aBed = {
  kind: 'referral',
  to: shelter,
  serviceType: 'emergency-shelter',
  shareProfile: 'shelter-placement',
} as const;
