import { randomUUID } from 'node:crypto';
import { contextFor, publishedEvents } from '@rujukan/testing';
import { agencyId } from '../../domain/ids.js';
import { ListAgencies } from '../list-agencies/list-agencies.query.js';
import { aService, reasonOf, valueOf, type TestService } from '../../storage/fixtures/a-service.js';
import { RegisterAgency } from './register-agency.js';

describe('registering an agency', () => {
  let service: TestService;
  let register: RegisterAgency;

  beforeAll(async () => {
    service = await aService();
    register = new RegisterAgency(service.uow);
  });
  afterAll(() => service.close());

  const admin = () => contextFor({ agencyId: null, roles: ['platform-admin'] });
  const kelurahan = (code: string) =>
    ({
      id: agencyId(randomUUID()),
      code,
      name: 'Puspaga (Demo)',
      type: 'family-centre',
      areaCode: '61.71.05',
    }) as const;

  it('makes it known, changes nothing the second time, and is recorded each time', async () => {
    const agency = kelurahan('puspaga');
    expect(valueOf(await register.execute(admin(), agency, undefined))).toEqual({ ...agency, version: 1 });
    expect(valueOf(await register.execute(admin(), agency, undefined))).toMatchObject({ version: 1 });
    expect(await service.trail(agency.id)).toHaveLength(2);
    const { items } = await new ListAgencies(service.uow, service.cursors).execute(admin(), { limit: 100 });
    expect(items).toContainEqual({ ...agency, version: 1 });
  });

  it('is announced when it is new and when it changed, and not when it was only sent again', async () => {
    const agency = kelurahan('puspaga-3');
    const moved = { ...agency, type: 'ngo-service' } as const;
    await register.execute(admin(), agency, undefined);
    await register.execute(admin(), agency, undefined);
    await register.execute(admin(), moved, 7);
    await register.execute(admin(), moved, 1);
    await register.execute(admin(), moved, 2);
    const announced = (
      await publishedEvents(service.database.worker, 'directory.agency-registered.v1')
    ).filter(({ key }) => key === agency.id);
    const told = { agencyId: agency.id, agencyCode: 'puspaga-3' };
    expect(announced.map(({ data }) => data)).toEqual([
      { ...told, agencyType: 'family-centre', version: 1 },
      { ...told, agencyType: 'ngo-service', version: 2 },
    ]);
  });

  it('replaces only what was seen', async () => {
    const agency = kelurahan('puspaga-2');
    const renamed = { ...agency, name: 'Puspaga Baru (Demo)' };
    valueOf(await register.execute(admin(), agency, undefined));
    expect(reasonOf(await register.execute(admin(), renamed, undefined))).toBe('precondition-required');
    expect(reasonOf(await register.execute(admin(), renamed, 7))).toBe('stale-version');
    expect(valueOf(await register.execute(admin(), renamed, 1))).toMatchObject({ version: 2 });
  });

  it('gives no code twice', async () => {
    expect(reasonOf(await register.execute(admin(), kelurahan('uptd'), undefined))).toBe('agency-code-taken');
  });
});
