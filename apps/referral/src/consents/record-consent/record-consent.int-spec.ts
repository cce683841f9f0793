import { randomUUID } from 'node:crypto';
import { agencyId, type CaseId } from '../../domain/ids.js';
import { ListConsents } from '../list-consents/list-consents.query.js';
import {
  aConsentService,
  aStatement,
  underConsent,
  type ConsentService,
} from '../../storage/fixtures/a-consent.js';
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

describe('what was said about sharing', () => {
  let service: ConsentService;
  let id: CaseId;

  beforeAll(async () => {
    service = await aConsentService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const say = (more = {}, by = someoneOf(uptd), of = id) =>
    service.record.execute(by, of, aStatement(more), { giver: canary, evidence: canary });
  const ask = (more = {}) =>
    service.request.execute(someoneOf(uptd), id, anAsk({ ...underConsent, ...more }), { purpose: canary });

  it('lets the offer go out that it covers, and names itself in it', async () => {
    expect(reasonOf(await ask())).toBe('basis-missing');
    const consent = await service.agrees(id);
    const handoff = valueOf(await ask()).id;
    const read = valueOf(await service.get.execute(someoneOf(shelter), handoff as never));
    expect(read.lawfulBasis).toEqual({ code: 'consent', consentId: consent });
    expect((await service.trail(handoff))[0]?.entity).toContainEqual({
      type: 'consent',
      id: consent,
      facts: {
        status: 'active',
        givenBy: expect.any(String),
        validFrom: expect.any(String),
        validTo: expect.any(String),
        isGuardianSuspect: false,
      },
    });
  });

  it('covers no other agency, no other data and no other purpose', async () => {
    await service.agrees(id);
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('consent-does-not-cover');
    await service.agrees(id, { recipients: [secondShelter], fieldGroups: ['identity'] });
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('consent-does-not-cover');
    await service.agrees(id, { recipients: [secondShelter], purposes: ['law-enforcement'] });
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('consent-does-not-cover');
  });

  it('is announced without a name and sealed', async () => {
    const consent = await service.agrees(id);
    const [event] = await service.told('consent.given.v1', id);
    expect(event).toMatchObject({
      consentId: consent,
      givenBy: 'by-safe-adult',
      recipientAgencyIds: [shelter],
    });
    const entries = await service.trail(consent);
    expect(entries).toHaveLength(1);
    expect(JSON.stringify([event, entries])).not.toContain(canary);
    const rows = await service.database.owner.query<{ text: string }[]>(
      'select t::text as text from consent_text t',
    );
    expect(JSON.stringify(rows)).not.toContain(canary);
  });

  it('may be a no: kept, announced to nobody, and in the way of weighing it away alone', async () => {
    await service.agrees(id, { isGiven: false });
    expect(await service.told('consent.given.v1', id)).toEqual([]);
    expect(reasonOf(await ask())).toBe('consent-does-not-cover');
    expect(reasonOf(await ask({ lawfulBasis: { code: 'vital-interest' } }))).toBe('override-required');
    const another = { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' } as const;
    expect(reasonOf(await ask({ lawfulBasis: another }))).toBe('basis-article-unfit');
    const general = { ...another, article: 'UU 27/2022 Pasal 20 ayat (2) huruf c' };
    expect(reasonOf(await ask({ lawfulBasis: general }))).toBe('override-required');
    const lawful = { code: 'court-order', article: 'Penetapan atau putusan pengadilan' } as const;
    expect(reasonOf(await ask({ lawfulBasis: lawful }))).toBe('done');
  });

  it('is not asked of a guardian who is a suspect', async () => {
    id = await service.opens({ flags: ['guardian-is-suspect'] });
    expect(reasonOf(await say({ givenBy: 'by-guardian', relation: 'step-parent' }))).toBe(
      'guardian-is-suspect',
    );
    expect(reasonOf(await say({ told: ['guardian'] }))).toBe('guardian-is-suspect');
    expect(reasonOf(await say())).toBe('done');
  });

  it('is hers alone to say from her birthday on, though what was opened stays open', async () => {
    await service.agrees(id, {
      givenBy: 'by-parent',
      relation: 'mother',
      recipients: [shelter, secondShelter],
    });
    const running = await service.refersUnderConsent(id);
    await service.comesOfAge(id);
    await service.comesOfAge(id);
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('consent-giver-not-entitled');
    expect(reasonOf(await say({ givenBy: 'by-parent', relation: 'mother' }))).toBe(
      'consent-giver-not-entitled',
    );
    expect(valueOf(await service.get.execute(someoneOf(shelter), running)).caseId).toBe(id);
    await service.agrees(id, { givenBy: 'by-child', relation: 'self', recipients: [secondShelter] });
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('done');
    const grown = (await service.trail(id)).filter(({ type }) => type === 'custody.come-of-age');
    expect(grown).toHaveLength(1);
  });

  it('is kept by the custodian alone, for agencies of the directory, while the case is open', async () => {
    await service.refers(id);
    expect(reasonOf(await say({}, someoneOf(shelter)))).toBe('not-custodian');
    expect(reasonOf(await say({}, someoneOf(stranger)))).toBe('not-found');
    expect(reasonOf(await say({ recipients: [shelter, agencyId(randomUUID())] }))).toBe('unknown-agency');
    await service.closes(id);
    expect(reasonOf(await say())).toBe('case-closed');
  });

  it('is recorded once for eight repetitions', async () => {
    const by = someoneOf(uptd, { idempotencyKey: randomUUID() });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => say({}, by)));
    expect(new Set(outcomes.map((outcome) => valueOf(outcome).id)).size).toBe(1);
  });

  it('goes with custody: the next custodian reads it, the former does not', async () => {
    const consent = await service.agrees(id);
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    const read = valueOf(await service.getConsent.execute(someoneOf(singkawang), consent));
    expect(read).toMatchObject({ giverName: canary, evidence: canary, counts: true, holders: [] });
    expect(reasonOf(await service.getConsent.execute(someoneOf(uptd), consent))).toBe('not-found');
    const list = new ListConsents(service.uow);
    const { items } = valueOf(await list.execute(someoneOf(singkawang), id));
    expect(items).toMatchObject([{ id: consent, counts: true, text: { language: 'id', version: 1 } }]);
    expect(JSON.stringify(items)).not.toContain(canary);
    expect(reasonOf(await list.execute(someoneOf(uptd), id))).toBe('not-found');
    expect(
      (await service.trail(consent)).find(({ entity }) => entity[0]?.fields?.includes('giverName'))?.entity[0]
        ?.fields,
    ).toEqual(['statement', 'giverName', 'evidence']);
  });
});
