import { randomUUID } from 'node:crypto';
import { contextFor } from '@rujukan/testing';
import type { Agreement } from '../../domain/agreements/agreement.js';
import { agencyId, agreementId, type AgencyId } from '../../domain/ids.js';
import { ListAgreements } from '../list-agreements/list-agreements.query.js';
import {
  aService,
  anAsk,
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { RegisterAgreement } from './register-agreement.js';

describe('a data-sharing agreement', () => {
  let service: TestService;
  let register: RegisterAgreement;

  beforeAll(async () => {
    service = await aService();
    register = new RegisterAgreement(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(() => service.database.owner.query('delete from agreement_party'));

  const admin = () => contextFor({ agencyId: null, roles: ['platform-admin'] });
  const between = (parties: readonly [AgencyId, until: string, from?: string][]): Agreement => ({
    id: agreementId(randomUUID()),
    number: 'PKB/02',
    title: 'Perjanjian (Demo)',
    parties: parties.map(([agency, validUntil, validFrom = '2025-01-01']) => ({
      agencyId: agency,
      validFrom,
      validUntil,
    })),
  });
  /** Eight in the evening of Greenwich on 7 March is 8 March in Pontianak. */
  const asked = async () =>
    reasonOf(
      await service.request.execute(someoneOf(uptd), await service.opens(), anAsk(), {
        purpose: 'Malam ini.',
      }),
    );

  it('is what allows a handoff, up to the last day of whichever party leaves first', async () => {
    const agreement = between([
      [uptd, '2026-12-31'],
      [shelter, '2026-03-08'],
    ]);
    expect(await asked()).toBe('agreement-missing');
    valueOf(await register.execute(admin(), agreement, undefined));
    expect(await asked()).toBe('done');

    const ended = between([
      [uptd, '2026-12-31'],
      [shelter, '2026-03-07'],
    ]);
    valueOf(await register.execute(admin(), { ...ended, id: agreement.id }, 1));
    expect(await asked()).toBe('agreement-expired');
  });

  it('binds nobody before its first day, nor agencies of two different agreements', async () => {
    const later = between([
      [uptd, '2026-12-31', '2026-03-09'],
      [shelter, '2026-12-31'],
    ]);
    valueOf(await register.execute(admin(), later, undefined));
    const others = [
      between([
        [uptd, '2026-12-31'],
        [secondShelter, '2026-12-31'],
      ]),
    ];
    for (const other of others) valueOf(await register.execute(admin(), other, undefined));
    expect(await asked()).toBe('agreement-missing');
  });

  it('counts where it is valid, whatever else has ended', async () => {
    for (const until of ['2025-12-31', '2026-12-31'])
      valueOf(
        await register.execute(
          admin(),
          between([
            [uptd, until],
            [shelter, until],
          ]),
          undefined,
        ),
      );
    expect(await asked()).toBe('done');
  });

  it('is entered once, replaced only as it was seen, and recorded each time', async () => {
    const agreement = between([
      [shelter, '2026-12-31'],
      [uptd, '2026-12-31'],
    ]);
    expect(valueOf(await register.execute(admin(), agreement, undefined))).toMatchObject({ version: 1 });
    const turned = { ...agreement, parties: [...agreement.parties].reverse() };
    expect(valueOf(await register.execute(admin(), turned, undefined))).toMatchObject({ version: 1 });
    const longer = { ...agreement, title: 'Perpanjangan (Demo)' };
    expect(reasonOf(await register.execute(admin(), longer, undefined))).toBe('precondition-required');
    expect(reasonOf(await register.execute(admin(), longer, 3))).toBe('stale-version');
    expect(valueOf(await register.execute(admin(), longer, 1))).toMatchObject({ version: 2 });
    expect(await service.trail(agreement.id)).toHaveLength(5);
    const list = new ListAgreements(service.uow, service.cursors);
    const { items } = await list.execute(someoneOf(uptd), { limit: 100 });
    expect(items.find(({ id }) => id === agreement.id)).toMatchObject({
      title: 'Perpanjangan (Demo)',
      parties: [{ agencyId: uptd }, { agencyId: shelter, validUntil: '2026-12-31' }],
    });
  });

  it('is among agencies of the directory', async () => {
    const unknown = between([
      [uptd, '2026-12-31'],
      [agencyId(randomUUID()), '2026-12-31'],
    ]);
    expect(reasonOf(await register.execute(admin(), unknown, undefined))).toBe('unknown-agency');
  });
});
