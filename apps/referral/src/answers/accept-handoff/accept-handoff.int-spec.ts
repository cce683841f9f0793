import { randomUUID } from 'node:crypto';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  canary,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('accepting a handoff', () => {
  let service: TestService;
  let id: CaseId;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    handoff = await service.asks(id);
  });

  it('lets the receiver in and tells the world, on the basis that the sender named', async () => {
    const accepted = valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    expect(accepted).toEqual({ id: handoff, status: 'accepted', version: 2 });
    const [news] = await service.events('handoff.accepted.v1', handoff);
    expect(news).toMatchObject({
      key: id,
      data: {
        handoffId: handoff,
        caseId: id,
        kind: 'referral',
        fromAgencyId: uptd,
        toAgencyId: shelter,
        version: 2,
        shareProfile: 'shelter-placement',
        profileVersion: 1,
        fieldGroups: ['identity', 'safety', 'needs', 'guardian'],
        lawfulBasis: 'vital-interest',
      },
    });
  });

  it('opens the purpose to the receiver', async () => {
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    const seen = valueOf(await service.get.execute(someoneOf(shelter), handoff));
    expect(seen).toMatchObject({ caseId: id, purpose: canary, note: canary });
  });

  it('is recorded once, as a disclosure with its receipt', async () => {
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    const entries = (await service.trail(handoff)).filter(({ type }) => type === 'test.act');
    const last = entries.at(-1);
    expect(entries).toHaveLength(2);
    expect(last).toMatchObject({
      outcome: 'success',
      subject: [id],
      actor: { org: shelter },
      authz: { policyId: 'receiver-answers', lawfulBasis: 'vital-interest' },
      disclosure: { fromOrg: uptd, toOrg: shelter, receiptId: handoff },
    });
  });

  it('is the first of eight who say yes at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => service.accept.execute(someoneOf(shelter), handoff, 1)),
    );
    expect(outcomes.map(reasonOf).sort()).toEqual(['done', ...Array<string>(7).fill('stale-version')]);
    expect(await service.events('handoff.accepted.v1', handoff)).toHaveLength(1);
  });

  it('happens once for eight repetitions of one request', async () => {
    const context = someoneOf(shelter, { idempotencyKey: randomUUID() });
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => service.accept.execute(context, handoff, 1)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(valueOf(outcome)))).size).toBe(1);
    expect(await service.events('handoff.accepted.v1', handoff)).toHaveLength(1);
  });

  it('is refused to the sender, and looks like it does not exist to another agency', async () => {
    const attempt = async (agency: string) =>
      reasonOf(await service.accept.execute(someoneOf(agency), handoff, 1));
    expect(await attempt(uptd)).toBe('not-receiver');
    expect(await attempt(stranger)).toBe('not-found');
    const denied = (await service.trail(handoff)).filter(({ outcome }) => outcome === 'denied');
    expect(denied.map(({ reason, actor }) => [reason, actor.org])).toEqual([
      ['not-receiver', uptd],
      ['not-found', stranger],
    ]);
  });

  it('needs the version that is there now', async () => {
    valueOf(await service.receive.execute(someoneOf(shelter), handoff, 1));
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), handoff, 1))).toBe('stale-version');
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), handoff, 2))).toBe('done');
  });

  it('is refused by name once answered, with what is still possible', async () => {
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    expect(await service.accept.execute(someoneOf(shelter), handoff, 2)).toMatchObject({
      reason: 'illegal-transition',
      details: {
        status: 'accepted',
        allowedActions: ['start', 'waitlist', 'hold', 'refer-onward', 'complete', 'fail'],
      },
    });
  });

  it('is too late when the case is closed', async () => {
    await service.closes(id);
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), handoff, 1))).toBe('case-closed');
  });

  describe('of a transfer', () => {
    let transfer: HandoffId;

    beforeEach(async () => {
      transfer = await service.asksTransfer(id);
    });

    const custody = async () =>
      (
        await service.database.worker.query<object[]>(
          'select custodian_agency_id as holder, epoch from case_custody where case_id = $1',
          [id],
        )
      )[0];
    const line = () =>
      service.database.worker.query<object[]>(
        'select epoch, agency_id as holder, handoff_id as by from custody_period where case_id = $1 order by epoch',
        [id],
      );

    it('moves custody by one epoch, at that moment and never before', async () => {
      valueOf(await service.receive.execute(someoneOf(singkawang), transfer, 1));
      expect(await custody()).toEqual({ holder: uptd, epoch: 1 });
      valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 2));
      expect(await custody()).toEqual({ holder: singkawang, epoch: 2 });
      expect(await line()).toEqual([
        { epoch: 1, holder: uptd, by: null },
        { epoch: 2, holder: singkawang, by: transfer },
      ]);
      const [news] = await service.events('case.custodian-changed.v1', transfer);
      expect(news?.data).toMatchObject({ caseId: id, fromAgencyId: uptd, toAgencyId: singkawang, epoch: 2 });
    });

    it('leaves exactly one custodian when eight accept it while others answer other offers', async () => {
      const other = await service.asks(id, { to: secondShelter });
      const outcomes = await Promise.all([
        ...Array.from({ length: 8 }, () => service.accept.execute(someoneOf(singkawang), transfer, 1)),
        service.accept.execute(someoneOf(shelter), handoff, 1),
        service.reject.execute(someoneOf(secondShelter), other, 1, { reason: 'no-capacity' }),
      ]);
      expect(outcomes.map(reasonOf).sort()).toEqual([
        'done',
        'done',
        'done',
        ...Array<string>(7).fill('stale-version'),
      ]);
      expect(await custody()).toEqual({ holder: singkawang, epoch: 2 });
      expect(await line()).toHaveLength(2);
    });

    it('makes the old custodian a stranger who keeps its receipt', async () => {
      valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
      expect(reasonOf(await service.request.execute(someoneOf(uptd), id, anotherAsk, { purpose: 'x' }))).toBe(
        'not-found',
      );
      expect(valueOf(await service.get.execute(someoneOf(uptd), transfer))).toMatchObject({
        status: 'accepted',
      });
      valueOf(await service.request.execute(someoneOf(singkawang), id, anotherAsk, { purpose: 'x' }));
    });
  });
});

const anotherAsk = {
  kind: 'referral',
  to: secondShelter,
  serviceType: 'emergency-shelter',
  shareProfile: 'shelter-placement',
  lawfulBasis: { code: 'vital-interest' },
  priority: 'stat',
} as const;
