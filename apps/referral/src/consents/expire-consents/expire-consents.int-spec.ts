import { UnitOfWork } from '@rujukan/persistence';
import { saturdayNight } from '@rujukan/testing';
import { aConsentService, underConsent, type ConsentService } from '../../storage/fixtures/a-consent.js';
import {
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  uptd,
  valueOf,
} from '../../storage/fixtures/a-service.js';
import { ExpireConsents } from './expire-consents.js';

const day = 86_400_000;
const tomorrow = new Date(saturdayNight.getTime() + day);

describe('a consent whose period is over', () => {
  let service: ConsentService;

  beforeEach(async () => {
    service = await aConsentService();
  });
  afterEach(() => service.close());

  it('covers nothing from that instant on, and what it opened closes once', async () => {
    const id = await service.opens();
    const consent = await service.agrees(id, { validTo: tomorrow });
    const running = await service.refersUnderConsent(id);
    expect(await service.expire.execute()).toBe(0);
    service.clock.advance(day);
    const uow = new UnitOfWork(service.database.worker, 'referral', service.clock);
    await Promise.all([1, 2, 3].map(() => new ExpireConsents(uow).execute()));
    expect(await service.expire.execute()).toBe(0);

    expect(await service.told('consent.expired.v1', id)).toMatchObject([{ consentId: consent, version: 2 }]);
    expect(await service.told('handoff.access-ended.v1', id)).toMatchObject([{ handoffId: running }]);
    expect(valueOf(await service.get.execute(someoneOf(shelter), running))).not.toHaveProperty('caseId');
    const entries = (await service.trail(consent)).filter(({ type }) => type === 'consent.expire');
    expect(entries).toMatchObject([{ actor: { sub: 'system:referral' }, subject: [id] }]);
  });

  it('lets nothing be accepted under it, also before a timer has looked', async () => {
    const id = await service.opens();
    await service.agrees(id, { validTo: tomorrow });
    const waiting = await service.asks(id, underConsent);
    const late = someoneOf(shelter, { now: tomorrow });
    expect(reasonOf(await service.accept.execute(late, waiting, 1))).toBe('consent-expired');
  });

  it('takes back what waits under it alone, and tells both agencies', async () => {
    const id = await service.opens();
    await service.agrees(id, { validTo: tomorrow });
    const waiting = await service.asks(id, underConsent);
    const otherwise = await service.asks(id, { to: secondShelter });
    service.clock.advance(day);
    await service.expire.execute();

    const seen = valueOf(await service.get.execute(someoneOf(uptd), waiting));
    expect(seen).toMatchObject({ status: 'cancelled', version: 2 });
    expect(await service.events('handoff.cancelled.v1', waiting)).toHaveLength(1);
    const open = await service.seenBy(
      uptd,
      `select from duty_clock where subject = $1 and state in ('running', 'breached')`,
      [waiting],
    );
    expect(open).toEqual([]);
    expect(valueOf(await service.get.execute(someoneOf(uptd), otherwise)).status).toBe('requested');
  });

  it('leaves what a newer consent carries waiting, under that one', async () => {
    const id = await service.opens();
    const old = await service.agrees(id, { validTo: tomorrow });
    const waiting = await service.asks(id, underConsent);
    const renewed = await service.agrees(id, { validTo: new Date(tomorrow.getTime() + day) });
    service.clock.advance(day);
    await service.expire.execute();

    const [row] = await service.seenBy<{ status: string; consent_id: string }>(
      uptd,
      'select status, consent_id from handoff where id = $1',
      [waiting],
    );
    expect(row).toEqual({ status: 'requested', consent_id: renewed });
    const entry = (await service.trail(old)).find(({ type }) => type === 'consent.expire');
    expect(entry?.entity).toContainEqual(expect.objectContaining({ id: waiting, fields: ['consentId'] }));
    const later = someoneOf(shelter, { now: tomorrow });
    expect(reasonOf(await service.accept.execute(later, waiting, 1))).toBe('done');
  });

  it('asks nobody to erase: only a withdrawal does, and it still can', async () => {
    const id = await service.opens();
    const consent = await service.agrees(id, { validTo: tomorrow });
    await service.refersUnderConsent(id);
    service.clock.advance(day);
    await service.expire.execute();
    expect(await service.seenBy(shelter, 'select from withdrawal_notice')).toEqual([]);
    const how = { by: 'by-child', reason: 'withdrawn' } as const;
    expect(valueOf(await service.withdraw.execute(someoneOf(uptd), consent, 2, how))).toMatchObject({
      holdersAsked: 1,
    });
  });
});
