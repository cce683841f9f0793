import { saturdayNight } from '@rujukan/testing';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  reasonOf,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { GetMinutes } from '../get-minutes/get-minutes.query.js';
import { SignMinutes } from './sign-minutes.js';

const hour = 3_600_000;
const after = (hours: number) => new Date(saturdayNight.getTime() + hours * hour);
const handover = { handedOverAt: after(1), items: ['travel-plan', 'service-file', 'child'] } as const;

describe('minutes of a handover', () => {
  let service: TestService;
  let minutes: SignMinutes;
  let get: GetMinutes;
  let id: CaseId;
  let transfer: HandoffId;

  beforeAll(async () => {
    service = await aService();
    minutes = new SignMinutes(service.uow);
    get = new GetMinutes(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    transfer = await service.asksTransfer(id);
  });
  const accepts = async () => valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
  const signs = (agency: string, more: object = {}, hours = 2) =>
    minutes.execute(someoneOf(agency, { now: after(hours) }), transfer, { ...handover, ...more });

  it('are signed by both agencies, each in an entry of its own that names what was signed and nothing of it', async () => {
    await accepts();
    expect(valueOf(await signs(singkawang)).status).toBe('signed-by-one');
    expect(valueOf(await signs(uptd, {}, 3)).status).toBe('signed-by-both');
    const seen = valueOf(await get.execute(someoneOf(uptd), transfer));
    expect(seen).toMatchObject({
      handedOverAt: after(1),
      items: ['child', 'service-file', 'travel-plan'],
      signatures: [
        { agencyId: singkawang, signedAt: after(2) },
        { agencyId: uptd, signedAt: after(3) },
      ],
    });
    expect(seen.signatures.map((one) => 'by' in one)).toEqual([false, true]);
    const signed = (await service.trail(transfer)).filter(({ entity }) =>
      entity.some(({ fields }) => fields?.includes('minutes') && fields.length === 1),
    );
    expect(signed.map(({ actor }) => actor.org)).toEqual(expect.arrayContaining([singkawang, uptd]));
    expect(JSON.stringify(signed)).not.toContain('travel-plan');
  });

  it('are of one handover: other things, another hour or the same agency again are no second signature', async () => {
    await accepts();
    valueOf(await signs(uptd));
    expect(reasonOf(await signs(uptd))).toBe('already-signed');
    expect(reasonOf(await signs(singkawang, { items: ['service-file'] }))).toBe('minutes-differ');
    expect(reasonOf(await signs(singkawang, { handedOverAt: after(1.5) }))).toBe('minutes-differ');
    valueOf(await signs(singkawang, { items: ['child', 'travel-plan', 'service-file'] }));
    for (const agency of [uptd, singkawang]) expect(reasonOf(await signs(agency))).toBe('already-signed');
  });

  it('need a transfer that was accepted, and a handover between that and now', async () => {
    expect(reasonOf(await signs(uptd))).toBe('no-handover');
    await accepts();
    expect(reasonOf(await signs(uptd, { handedOverAt: after(-1) }))).toBe('handover-at-another-time');
    expect(reasonOf(await signs(uptd, { handedOverAt: after(9) }))).toBe('handover-at-another-time');
    const referral = await service.refers(await service.opens());
    const other = await minutes.execute(someoneOf(uptd, { now: after(2) }), referral, handover);
    expect(reasonOf(other)).toBe('no-handover');
  });

  it('do not exist for anybody else, nor before somebody signs', async () => {
    await accepts();
    expect(reasonOf(await get.execute(someoneOf(uptd), transfer))).toBe('not-found');
    valueOf(await signs(uptd));
    for (const agency of [shelter, stranger]) {
      expect(reasonOf(await signs(agency))).toBe('not-found');
      expect(reasonOf(await get.execute(someoneOf(agency), transfer))).toBe('not-found');
      expect(await service.seenBy(agency, 'select from handover_minutes')).toEqual([]);
    }
  });

  it('have two signatures when eight sign at once', async () => {
    await accepts();
    const eight = [uptd, uptd, uptd, uptd, singkawang, singkawang, singkawang, singkawang];
    await Promise.all(eight.map((agency) => signs(agency)));
    // Whoever was told that the other wrote at the same moment signs again.
    await Promise.all([signs(uptd), signs(singkawang)]);
    const { signatures } = valueOf(await get.execute(someoneOf(uptd), transfer));
    expect(signatures.map(({ agencyId }) => agencyId).sort()).toEqual([uptd, singkawang].sort());
  });
});
