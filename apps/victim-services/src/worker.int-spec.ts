import { randomUUID } from 'node:crypto';
import type { INestMicroservice } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { UnitOfWork } from '@rujukan/persistence';
import { systemClock } from '@rujukan/time';
import {
  ensureTopics,
  event,
  KafkaStrategy,
  moveGroup,
  offsetsAt,
  openPublisher,
  toOutboxRows,
  type Log,
  type OutgoingEvent,
  type Publisher,
} from '@rujukan/messaging';
import { eventually, publishedEntries, saturdayNight, testBroker, testClock } from '@rujukan/testing';
import { caseId as asCaseId } from './domain/ids.js';
import { GetSupport } from './get-support/get-support.query.js';
import { OnCaseOpened } from './on-case-opened/on-case-opened.js';
import { OnCaseOpenedConsumer } from './on-case-opened/on-case-opened.consumer.js';
import { OnCustodianChanged } from './on-custodian-changed/on-custodian-changed.js';
import { OnCustodianChangedConsumer } from './on-custodian-changed/on-custodian-changed.consumer.js';
import { OnHandoffAccepted } from './on-handoff-accepted/on-handoff-accepted.js';
import { OnHandoffAcceptedConsumer } from './on-handoff-accepted/on-handoff-accepted.consumer.js';
import { OnHandoffEnded } from './on-handoff-ended/on-handoff-ended.js';
import { OnHandoffEndedConsumer } from './on-handoff-ended/on-handoff-ended.consumer.js';
import { OnHandoffRequested } from './on-handoff-requested/on-handoff-requested.js';
import { OnHandoffRequestedConsumer } from './on-handoff-requested/on-handoff-requested.consumer.js';
import {
  aService,
  shelter,
  singkawang,
  someoneOf,
  uptd,
  type TestService,
} from './storage/fixtures/a-service.js';

const nothing = (): void => undefined;
const consumed = ['intake.case.events', 'referral.handoff.events'];
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

jest.setTimeout(60_000);

describe('events through a real broker', () => {
  let service: TestService;
  let worker: INestMicroservice;
  let publisher: Publisher;
  let getSupport: GetSupport;
  const caseId = asCaseId(randomUUID());
  const handoffId = randomUUID();

  beforeAll(async () => {
    service = await aService();
    getSupport = new GetSupport(service.uow, service.sealer);
    publisher = await openPublisher({ brokers: testBroker(), clientId: 'test', log });
    worker = await startConsumers(service);
  });
  afterAll(async () => {
    await worker.close();
    await publisher.close();
    await service.close();
  });

  /** As the relay of the owning service would send it; twice, as it does after a crash. */
  async function publishTwice(source: string, outgoing: OutgoingEvent): Promise<void> {
    const envelope = {
      source,
      traceId: '0'.repeat(31) + '1',
      correlationId: randomUUID(),
      time: saturdayNight,
    };
    const records = toOutboxRows([outgoing], envelope).map((row) => ({
      topic: row.topic,
      key: row.aggregateId,
      headers: row.headers,
      value: row.payload,
    }));
    await publisher.publish(records);
    await publisher.publish(records);
  }

  const sees = async (agency: string) => (await getSupport.execute(someoneOf(agency), caseId)).ok;
  const soon = (what: string, agency: string, isSeen: boolean) =>
    eventually(what, async () => (await sees(agency)) === isSeen, { withinMs: 30_000 });
  const withinTwoSeconds = (what: string, agency: string) =>
    eventually(what, async () => !(await sees(agency)), { withinMs: 2_000 });

  const ids = { caseId, handoffId, fromAgencyId: uptd, toAgencyId: shelter, kind: 'referral' as const };
  const terms = { shareProfile: 'shelter-placement', lawfulBasis: 'vital-interest' };

  it('gives custody to the agency that opened the case', async () => {
    await publishTwice(
      'intake',
      event('case.opened.v1', caseId, {
        caseId,
        caseNumber: 'K-7Q4M2X9A-H',
        incidentId: randomUUID(),
        reportId: randomUUID(),
        custodianAgencyId: uptd,
        epoch: 1,
        riskLevel: 'high',
        ageBand: '13-15',
        sex: 'female',
        languages: ['id'],
        hasDisability: false,
        version: 1,
      }),
    );
    await soon('the custodian to see the case', uptd, true);
  });

  it('gives access with the acceptance, and takes it within two seconds of the end', async () => {
    const asked = {
      serviceType: 'emergency-shelter',
      priority: 'stat' as const,
      dueAt: saturdayNight.toISOString(),
    };
    await publishTwice(
      'referral',
      event('handoff.requested.v1', caseId, { ...ids, ...terms, ...asked, version: 1 }),
    );
    await publishTwice('referral', event('handoff.accepted.v1', caseId, { ...ids, ...terms, version: 3 }));
    await soon('the shelter to see the case', shelter, true);
    await publishTwice(
      'referral',
      event('handoff.completed.v1', caseId, { ...ids, version: 5, outcome: 'service-provided' }),
    );
    await withinTwoSeconds('the shelter to see nothing any more', shelter);
  });

  it('moves custody, and the old custodian sees nothing within two seconds', async () => {
    await publishTwice(
      'referral',
      event('case.custodian-changed.v1', caseId, {
        caseId,
        handoffId: randomUUID(),
        fromAgencyId: uptd,
        toAgencyId: singkawang,
        epoch: 2,
        changedAt: saturdayNight.toISOString(),
      }),
    );
    await withinTwoSeconds('the old custodian to see nothing any more', uptd);
    expect(await sees(singkawang)).toBe(true);
  });

  it('did each thing once, although every event came twice', async () => {
    const entries = (await publishedEntries(service.database.worker)).filter(
      (entry) => entry.actor.kind === 'service' && entry.subject.includes(caseId),
    );
    expect(entries.map((entry) => entry.type)).toEqual([
      'access.grant',
      'handoff.follow',
      'access.grant',
      'access.revoke',
      'custody.move',
    ]);
  });
});

/** The worker's consumers on a group of their own, which begins now: a running stack keeps its events, others' are past. */
async function startConsumers({ database }: TestService): Promise<INestMicroservice> {
  const group = `victim-services-${randomUUID()}`;
  const address = { brokers: testBroker(), clientId: 'test', log };
  await ensureTopics(address);
  for (const topic of consumed)
    await moveGroup(address, group, topic, await offsetsAt(address, topic, systemClock.wall()));
  const uow = new UnitOfWork(database.worker, 'victim-services', testClock());
  const testing = await Test.createTestingModule({
    controllers: [
      OnCaseOpenedConsumer,
      OnCustodianChangedConsumer,
      OnHandoffAcceptedConsumer,
      OnHandoffEndedConsumer,
      OnHandoffRequestedConsumer,
    ],
    providers: [
      OnCaseOpened,
      OnCustodianChanged,
      OnHandoffAccepted,
      OnHandoffEnded,
      OnHandoffRequested,
      { provide: UnitOfWork, useValue: uow },
    ],
  }).compile();
  const worker = testing.createNestMicroservice({
    strategy: new KafkaStrategy({
      service: group,
      brokers: testBroker(),
      topics: consumed,
      database: database.worker,
      log,
    }),
  });
  await worker.listen();
  return worker;
}
