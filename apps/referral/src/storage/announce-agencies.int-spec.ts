import { randomUUID } from 'node:crypto';
import { contextFor } from '@rujukan/testing';
import { agencyId } from '../domain/ids.js';
import { RegisterAgency } from '../directory/register-agency/register-agency.js';
import { aService, stranger, valueOf, type TestService } from './fixtures/a-service.js';
import { AnnounceAgencies1767225600004 } from './migrations/1767225600004-announce-agencies.js';

interface Row {
  readonly key: string;
  readonly topic: string;
  readonly aggregate: string;
  readonly headers: Record<string, string>;
  readonly data: string;
}

describe('agencies that were registered before registration was announced', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  const announced = () =>
    service.database.worker.query<Row[]>(
      `select aggregateid as key, topic, aggregatetype as aggregate, headers, convert_from(payload, 'UTF8')::json as data
        from outbox where type = 'directory.agency-registered.v1' order by pos`,
    );

  it('are announced by the migration, each once and as it would be today', async () => {
    const id = agencyId(randomUUID());
    const agency = { id, code: 'puspaga', name: 'Puspaga (Demo)', type: 'family-centre' } as const;
    const admin = contextFor({ agencyId: null, roles: ['platform-admin'] });
    const register = new RegisterAgency(service.uow);
    valueOf(await register.execute(admin, agency, undefined));
    const [today] = await announced();

    await service.database.owner.transaction((tx) => new AnnounceAgencies1767225600004().up(tx.queryRunner!));
    const [, ...past] = await announced();
    expect(past.map(({ key }) => key)).toContain(stranger);
    expect(new Set(past.map(({ key }) => key)).size).toBe(6);
    expect(new Set(past.map(({ headers }) => headers['ce_id'])).size).toBe(6);

    const same = past.find(({ key }) => key === id)!;
    const own = { ce_id: '', ce_time: '', ce_correlationid: '', traceparent: '' };
    expect({ ...same, headers: { ...same.headers, ...own } }).toEqual({
      ...today,
      headers: { ...today!.headers, ...own },
    });
    expect(same.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(same.headers['ce_time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
