import { randomUUID } from 'node:crypto';
import { overrideId, type CaseId, type OverrideId } from '../../domain/ids.js';
import { ListOverrides } from '../list-overrides/list-overrides.query.js';
import { aConsentService, type ConsentService } from '../../storage/fixtures/a-consent.js';
import {
  anAsk,
  canary,
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
} from '../../storage/fixtures/a-service.js';

const proposal = {
  basis: 'vital-interest',
  to: shelter,
  serviceType: 'emergency-shelter',
  reason: 'guardian-obstructs',
} as const;

describe('an exception to somebody’s no', () => {
  let service: ConsentService;
  let id: CaseId;
  const manager = someoneOf(uptd);
  const supervisor = () => someoneOf(uptd, { roles: ['supervisor'] });

  beforeAll(async () => {
    service = await aConsentService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    await service.agrees(id, { isGiven: false, recipients: [shelter, secondShelter] });
  });

  const propose = async (more = {}): Promise<OverrideId> =>
    overrideId(valueOf(await service.propose.execute(manager, id, { ...proposal, ...more })).id);
  const ask = (more = {}) => service.request.execute(manager, id, anAsk(more), { purpose: canary });

  it('takes effect when a second person approves it, for one handoff', async () => {
    const override = await propose();
    expect(reasonOf(await ask())).toBe('override-required');
    expect(reasonOf(await service.decide.execute(manager, override, 1, 'approved'))).toBe('same-person');
    valueOf(await service.decide.execute(supervisor(), override, 1, 'approved'));
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('override-required');
    const handoff = valueOf(await ask()).id;
    valueOf(await service.reject.execute(someoneOf(shelter), handoff as never, 1, { reason: 'no-capacity' }));
    expect(reasonOf(await ask())).toBe('override-required');
    const [row] = await service.seenBy<{ override_id: string }>(
      uptd,
      'select override_id from handoff where id = $1',
      [handoff],
    );
    expect(row?.override_id).toBe(override);
  });

  it('does nothing when it is refused, and is decided once', async () => {
    const override = await propose();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => service.decide.execute(supervisor(), override, 1, 'refused')),
    );
    expect(outcomes.map(reasonOf).sort()).toEqual(['done', ...Array<string>(7).fill('stale-version')]);
    expect(reasonOf(await service.decide.execute(supervisor(), override, 2, 'approved'))).toBe(
      'override-already-decided',
    );
    expect(reasonOf(await ask())).toBe('override-required');
  });

  it('is the custodian’s own affair', async () => {
    await service.refers(await service.opens());
    const override = await propose();
    const by = someoneOf(stranger, { roles: ['supervisor'] });
    expect(reasonOf(await service.decide.execute(by, override, 1, 'approved'))).toBe('not-found');
    expect(reasonOf(await service.propose.execute(someoneOf(stranger), id, proposal))).toBe('not-found');
    expect(
      reasonOf(await service.decide.execute(supervisor(), overrideId(randomUUID()), 1, 'approved')),
    ).toBe('not-found');
  });

  it('is shown to whoever has to decide, with the reason and who must not', async () => {
    const override = await propose();
    const list = new ListOverrides(service.uow);
    expect(valueOf(await list.execute(manager, id)).items).toMatchObject([
      { id: override, status: 'proposed', reason: 'guardian-obstructs', toAgencyId: shelter, isMine: true },
    ]);
    expect(valueOf(await list.execute(supervisor(), id)).items[0]?.isMine).toBe(false);
    expect(reasonOf(await list.execute(someoneOf(stranger), id))).toBe('not-found');
  });

  it('is not written past two people by anybody', async () => {
    const override = await propose();
    await expect(
      service.seenBy(
        uptd,
        `update basis_override set status = 'approved', decided_by = proposed_by, decided_at = now() where id = $1`,
        [override],
      ),
    ).rejects.toThrow('two_people');
  });
});
