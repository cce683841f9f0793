import { randomUUID } from 'node:crypto';
import { contextFor } from '@rujukan/testing';
import { agencyId, serviceId } from '../domain/ids.js';
import { ListServices } from '../list-services/list-services.query.js';
import {
  aService,
  reasonOf,
  shelter,
  stranger,
  valueOf,
  type TestService,
} from '../storage/fixtures/a-service.js';
import { RegisterService } from './register-service.js';

describe('registering a service', () => {
  let service: TestService;
  let register: RegisterService;

  beforeAll(async () => {
    service = await aService();
    register = new RegisterService(service.uow);
  });
  afterAll(() => service.close());

  const admin = () => contextFor({ agencyId: null, roles: ['platform-admin'] });
  const care = () =>
    ({
      id: serviceId(randomUUID()),
      agencyId: stranger,
      type: 'social-inquiry',
      name: 'Litmas (Demo)',
      capacity: { status: 'capacity', available: 2, maximum: 10 },
    }) as const;

  it('makes it known with its capacity, and says when it is full', async () => {
    const wanted = care();
    expect(valueOf(await register.execute(admin(), wanted, undefined))).toEqual({ ...wanted, version: 1 });
    const full = { ...wanted, capacity: { status: 'no-capacity' } } as const;
    expect(valueOf(await register.execute(admin(), full, 1))).toEqual({ ...full, version: 2 });
    expect(reasonOf(await register.execute(admin(), wanted, 1))).toBe('stale-version');
  });

  it('needs an agency', async () => {
    const orphan = { ...care(), agencyId: agencyId(randomUUID()) };
    expect(reasonOf(await register.execute(admin(), orphan, undefined))).toBe('unknown-agency');
  });

  it('is found by type and by agency, page by page', async () => {
    const list = new ListServices(service.uow, service.cursors);
    const beds = await list.execute(admin(), { type: 'emergency-shelter', limit: 1 });
    expect(beds.items).toHaveLength(1);
    const more = await list.execute(admin(), { type: 'emergency-shelter', limit: 1, cursor: beds.next });
    expect(more.items).toHaveLength(1);
    expect(more.next).toBeUndefined();
    expect(more.items[0]?.id).not.toBe(beds.items[0]?.id);
    const ofShelter = await list.execute(admin(), { agencyId: shelter, limit: 10 });
    expect(ofShelter.items.map(({ type }) => type).sort()).toEqual(['emergency-shelter', 'mediation']);
  });
});
