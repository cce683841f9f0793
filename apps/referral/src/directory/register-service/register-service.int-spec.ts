import { randomUUID } from 'node:crypto';
import { contextFor, saturdayNight } from '@rujukan/testing';
import { forEveryone } from '../../domain/directory/eligibility.js';
import { agencyId, serviceId } from '../../domain/ids.js';
import { ListServices } from '../list-services/list-services.query.js';
import {
  aService,
  reasonOf,
  shelter,
  stranger,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
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
      status: 'active',
      eligibility: forEveryone,
      openingHours: [],
      capacity: { status: 'capacity', available: 2, maximum: 10 },
    }) as const;

  it('makes it known with its capacity, and says when it is full', async () => {
    const wanted = care();
    expect(valueOf(await register.execute(admin(), wanted, undefined))).toMatchObject({
      ...wanted,
      version: 1,
    });
    const full = { ...wanted, capacity: { status: 'no-capacity' } } as const;
    expect(valueOf(await register.execute(admin(), full, 1))).toMatchObject({ ...full, version: 2 });
    expect(reasonOf(await register.execute(admin(), wanted, 1))).toBe('stale-version');
  });

  it('keeps for whom it is and when it is open, and says when its room was last told of', async () => {
    const wanted = {
      ...care(),
      eligibility: {
        minAge: 12,
        maxAge: 17,
        sex: ['female'],
        areas: ['61.71'],
        languages: ['id', 'ms'],
        disabilityAccess: false,
      },
      openingHours: [{ days: ['mon', 'fri'], opens: '08:00', closes: '16:00' }],
    } as const;
    const first = valueOf(await register.execute(admin(), wanted, undefined));
    expect(first).toMatchObject({ ...wanted, capacity: { confirmedAt: saturdayNight } });
    const tomorrow = new Date(saturdayNight.getTime() + 86_400_000);
    const renamed = { ...wanted, name: 'Litmas Baru (Demo)', status: 'temporarily-closed' } as const;
    const again = contextFor({ agencyId: null, roles: ['platform-admin'], now: tomorrow });
    expect(valueOf(await register.execute(again, renamed, 1))).toMatchObject({
      ...renamed,
      capacity: { confirmedAt: saturdayNight },
    });
    expect(valueOf(await register.execute(again, renamed, undefined))).toMatchObject({ version: 2 });
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
