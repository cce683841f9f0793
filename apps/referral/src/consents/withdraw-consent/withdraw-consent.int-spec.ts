import { handoffId, type AgencyId, type CaseId, type ConsentId } from '../../domain/ids.js';
import { ReferOnward } from '../../offers/refer-onward/refer-onward.js';
import { aConsentService, underConsent, type ConsentService } from '../../storage/fixtures/a-consent.js';
import {
  anAsk,
  canary,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
} from '../../storage/fixtures/a-service.js';

const how = { by: 'by-safe-adult', reason: 'withdrawn' } as const;

describe('taking a consent back', () => {
  let service: ConsentService;
  let id: CaseId;
  let consent: ConsentId;

  beforeAll(async () => {
    service = await aConsentService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    consent = await service.agrees(id, { recipients: [shelter, secondShelter] });
  });

  const withdraw = (by = someoneOf(uptd), version = 1) => service.withdraw.execute(by, consent, version, how);

  it('closes at once what it opened, and asks each holder once', async () => {
    const running = await service.refersUnderConsent(id);
    const ended = await service.refersUnderConsent(id, { to: secondShelter });
    valueOf(
      await service.complete.execute(someoneOf(secondShelter), ended, 2, { outcome: 'service-provided' }),
    );
    expect(valueOf(await withdraw())).toMatchObject({ status: 'withdrawn', version: 2, holdersAsked: 2 });

    const seen = valueOf(await service.get.execute(someoneOf(shelter), running));
    expect([seen.caseId, seen.purpose, seen.status]).toEqual([undefined, undefined, 'accepted']);
    expect(
      await service.seenBy(shelter, 'select from handoff_text where handoff_id = $1', [running]),
    ).toEqual([]);
    const ledger = await service.seenBy(
      uptd,
      'select from disclosure where case_id = $1 and ended_at is null',
      [id],
    );
    expect(ledger).toEqual([]);
    expect((await service.told('handoff.access-ended.v1', id)).map(({ handoffId }) => handoffId)).toEqual([
      running,
      ended,
    ]);
    expect(await service.told('consent.withdrawn.v1', id)).toMatchObject([
      {
        consentId: consent,
        holderAgencyIds: [shelter, secondShelter],
        answerDueAt: '2026-03-08T20:00:00.000Z',
      },
    ]);
  });

  it('leaves the receiver its handoff to end, and its access under another basis', async () => {
    const running = await service.refersUnderConsent(id);
    await service.takesBack(consent);
    valueOf(await service.complete.execute(someoneOf(shelter), running, 2, { outcome: 'client-declined' }));
    const other = await service.opens();
    const kept = await service.refers(other);
    expect(valueOf(await service.get.execute(someoneOf(shelter), kept)).caseId).toBe(other);
  });

  it('takes back what waits under it, and lets nothing new go out', async () => {
    const waiting = await service.asks(id, underConsent);
    await service.takesBack(consent);
    expect(valueOf(await service.get.execute(someoneOf(uptd), waiting)).status).toBe('cancelled');
    expect(await service.events('handoff.cancelled.v1', waiting)).toHaveLength(1);
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), waiting, 2))).toBe('illegal-transition');
    const again = await service.request.execute(
      someoneOf(uptd),
      id,
      anAsk({ to: secondShelter, ...underConsent }),
      { purpose: canary },
    );
    expect(reasonOf(again)).toBe('consent-withdrawn');
  });

  it('and an acceptance at the same moment leave no open access', async () => {
    for (let round = 0; round < 8; round += 1) {
      const one = await service.opens();
      const said = await service.agrees(one);
      const waiting = await service.asks(one, underConsent);
      const [, accepted] = await Promise.all([
        service.withdraw.execute(someoneOf(uptd), said, 1, how),
        service.accept.execute(someoneOf(shelter), waiting, 1),
      ]);
      const open = await service.seenBy(
        uptd,
        'select from consent_holder where consent_id = $1 and access_ended_at is null',
        [said],
      );
      const asked = await service.seenBy(uptd, 'select from withdrawal_notice where consent_id = $1', [said]);
      expect([open.length, asked.length]).toEqual([0, accepted.ok ? 1 : 0]);
    }
  });

  it('is done once by eight who do it at the same time', async () => {
    await service.refersUnderConsent(id);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => withdraw()));
    expect(outcomes.map(reasonOf).sort()).toEqual(['done', ...Array<string>(7).fill('stale-version')]);
    expect(await service.told('consent.withdrawn.v1', id)).toHaveLength(1);
  });

  it('reaches also the agency to which a holder passed it on, which the consent had to name', async () => {
    const first = await service.refersUnderConsent(id);
    const onward = new ReferOnward(service.uow, service.sealer);
    const pass = (to: AgencyId) =>
      onward.execute(
        someoneOf(shelter),
        { id: first, version: 2 },
        { to: { to }, texts: { purpose: canary } },
      );
    const second = handoffId(valueOf(await pass(secondShelter)).id);
    valueOf(await service.accept.execute(someoneOf(secondShelter), second, 1));
    expect(valueOf(await withdraw())).toMatchObject({ holdersAsked: 2 });
    expect(valueOf(await service.get.execute(someoneOf(secondShelter), second))).not.toHaveProperty('caseId');

    const other = await service.opens();
    await service.agrees(other);
    const narrow = await service.refersUnderConsent(other);
    const how = { to: { to: secondShelter }, texts: { purpose: canary } };
    const passed = await onward.execute(someoneOf(shelter), { id: narrow, version: 2 }, how);
    expect(reasonOf(passed)).toBe('consent-does-not-cover');
  });

  it('is the custodian’s of today: it reaches whom the one before had sent it to', async () => {
    await service.refersUnderConsent(id);
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    expect(reasonOf(await withdraw())).toBe('not-found');
    expect(valueOf(await withdraw(someoneOf(singkawang)))).toMatchObject({ holdersAsked: 1 });
    expect(reasonOf(await withdraw(someoneOf(stranger)))).toBe('not-found');
  });

  it('refuses a version that has moved on, a second time, and a suspect', async () => {
    expect(reasonOf(await withdraw(someoneOf(uptd), 2))).toBe('stale-version');
    await service.takesBack(consent);
    expect(reasonOf(await withdraw(someoneOf(uptd), 2))).toBe('consent-not-active');
    const guarded = await service.opens({ flags: ['guardian-is-suspect'] });
    const said = await service.agrees(guarded);
    const byGuardian = { by: 'by-guardian', reason: 'withdrawn' } as const;
    expect(reasonOf(await service.withdraw.execute(someoneOf(uptd), said, 1, byGuardian))).toBe(
      'guardian-is-suspect',
    );
  });

  it('is one entry, with what was closed and no word of why', async () => {
    const running = await service.refersUnderConsent(id);
    await service.takesBack(consent);
    const [entry] = (await service.trail(consent)).slice(-1);
    expect(entry?.entity.map((one) => one.type)).toEqual(['consent', 'clock', 'access', 'withdrawal-notice']);
    expect(entry?.entity[2]?.id).toBe(running);
    expect(JSON.stringify(entry)).not.toContain(canary);
  });
});
