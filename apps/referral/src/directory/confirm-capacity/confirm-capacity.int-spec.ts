import { randomUUID } from 'node:crypto';
import { contextFor, publishedEvents, saturdayNight } from '@rujukan/testing';
import { forEveryone } from '../../domain/directory/eligibility.js';
import { serviceId, type ServiceId } from '../../domain/ids.js';
import { ListServices } from '../list-services/list-services.query.js';
import { RegisterService } from '../register-service/register-service.js';
import {
  aService,
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ConfirmCapacity } from './confirm-capacity.js';

const hour = 3_600_000;
const later = (hours: number) => new Date(saturdayNight.getTime() + hours * hour);
const twoBeds = { status: 'capacity', available: 2, maximum: 10, unit: 'bed' } as const;

describe('a provider that says whether it has room', () => {
  let service: TestService;
  let confirm: ConfirmCapacity;
  let id: ServiceId;

  beforeAll(async () => {
    service = await aService();
    confirm = new ConfirmCapacity(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = serviceId(randomUUID());
    const admin = contextFor({ agencyId: null, roles: ['platform-admin'] });
    const record = { id, agencyId: shelter, type: 'emergency-shelter', name: 'Rumah aman (Demo)' } as const;
    const rest = { status: 'active', eligibility: forEveryone, openingHours: [], capacity: twoBeds } as const;
    valueOf(await new RegisterService(service.uow).execute(admin, { ...record, ...rest }, undefined));
  });

  const says = (stated: Parameters<ConfirmCapacity['execute']>[3], seen = 1, by = someoneOf(shelter)) =>
    confirm.execute(by, id, seen, stated);
  const shown = async (now: Date) => {
    const list = new ListServices(service.uow, service.cursors);
    const { items } = await list.execute(someoneOf(shelter, { now }), { agencyId: shelter, limit: 100 });
    return items.find((one) => one.id === id)?.capacity;
  };
  const announced = async () =>
    (await publishedEvents(service.database.worker, 'capacity.changed.v1')).filter(({ key }) => key === id);

  it('is believed, announced and recorded', async () => {
    const full = { status: 'no-capacity', available: 0, maximum: 10, nextAvailable: '2026-03-09' } as const;
    const confirmed = valueOf(await says(full));
    expect(confirmed).toMatchObject({ version: 2, capacity: { ...full, confirmedAt: saturdayNight } });
    expect(await shown(saturdayNight)).toEqual({ ...full, confirmedAt: saturdayNight });
    expect((await announced()).map(({ data }) => [data.version, data.status, data.available])).toEqual([
      [1, 'capacity', 2],
      [2, 'no-capacity', 0],
    ]);
    expect((await service.trail(id)).at(-1)).toMatchObject({
      outcome: 'success',
      authz: { policyId: 'provider-confirms' },
    });
  });

  it('is not known any more a day later, until it says the same again, which is no news', async () => {
    expect(await shown(later(24))).toMatchObject({ status: 'capacity' });
    expect(await shown(later(25))).toEqual({
      status: 'unknown',
      maximum: 10,
      unit: 'bed',
      confirmedAt: saturdayNight,
    });
    valueOf(await says(twoBeds, 1, someoneOf(shelter, { now: later(25) })));
    expect(await shown(later(25))).toMatchObject({ status: 'capacity', confirmedAt: later(25) });
    expect(await announced()).toHaveLength(1);
  });

  it('speaks for itself only, and about what it saw', async () => {
    expect(reasonOf(await says(twoBeds, 1, someoneOf(secondShelter)))).toBe('not-provider');
    expect(reasonOf(await says(twoBeds, 7))).toBe('stale-version');
    expect(reasonOf(await confirm.execute(someoneOf(shelter), serviceId(randomUUID()), 1, twoBeds))).toBe(
      'not-found',
    );
  });

  it('is heard once when eight say it at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => says(twoBeds)));
    expect(outcomes.map(reasonOf).sort()).toEqual(['done', ...Array<string>(7).fill('stale-version')]);
  });

  it('gives the first answer again to the same request', async () => {
    const by = someoneOf(shelter, { idempotencyKey: randomUUID() });
    valueOf(await says(twoBeds, 1, by));
    expect(await says(twoBeds, 1, by)).toMatchObject({ ok: true, replayed: true, value: { version: 2 } });
  });
});
