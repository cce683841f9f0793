import { randomUUID } from 'node:crypto';
import type { INestMicroservice } from '@nestjs/common';
import { Test } from '@nestjs/testing';
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
import { newNumber, UnitOfWork } from '@rujukan/persistence';
import {
  eventually,
  leakCheck,
  publishedEntries,
  saturdayNight,
  testBroker,
  testClock,
} from '@rujukan/testing';
import { systemClock } from '@rujukan/time';
import { caseId, type HandoffId } from './domain/ids.js';
import { GetCustody } from './custody/get-custody/get-custody.query.js';
import { OnCaseClosedConsumer } from './custody/on-case-closed/on-case-closed.consumer.js';
import { OnCaseClosed } from './custody/on-case-closed/on-case-closed.js';
import { OnCaseOpenedConsumer } from './custody/on-case-opened/on-case-opened.consumer.js';
import { OnCaseOpened } from './custody/on-case-opened/on-case-opened.js';
import { OnHandoffRejectedConsumer } from './offers/on-handoff-rejected/on-handoff-rejected.consumer.js';
import { OnHandoffRejected } from './offers/on-handoff-rejected/on-handoff-rejected.js';
import { OnServiceAttendedConsumer } from './progress/on-service-attended/on-service-attended.consumer.js';
import { OnServiceAttended } from './progress/on-service-attended/on-service-attended.js';
import {
  aService,
  secondShelter,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from './storage/fixtures/a-service.js';

const consumed = ['intake.case.events', 'referral.handoff.events', 'victim-services.case.events'];
const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

describe('events through a real broker', () => {
  const nothingLeft = leakCheck();
  let service: TestService;
  let worker: INestMicroservice;
  let publisher: Publisher;
  let handoff: HandoffId;
  const id = caseId(randomUUID());

  beforeAll(async () => {
    service = await aService();
    publisher = await openPublisher({ brokers: testBroker(), clientId: 'test', log });
    worker = await startConsumers(service);
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    await publisher.close();
    await service.close();
    await nothingLeft();
  });

  /** As the relay of the owning service would send it; twice, as it does after a crash. */
  async function publishTwice(source: string, outgoing: OutgoingEvent): Promise<void> {
    const envelope = { source, traceId: '1'.repeat(32), correlationId: randomUUID(), time: saturdayNight };
    const records = toOutboxRows([outgoing], envelope).map((row) => ({
      topic: row.topic,
      key: row.aggregateId,
      headers: row.headers,
      value: row.payload,
    }));
    await publisher.publish(records);
    await publisher.publish(records);
  }

  const soon = (what: string, probe: () => Promise<boolean>) => eventually(what, probe, { withinMs: 15_000 });
  const custody = async () => {
    const seen = await new GetCustody(service.uow).execute(someoneOf(uptd), id);
    return seen.ok ? seen.value : undefined;
  };

  it('make a case known to its custodian', async () => {
    await publishTwice(
      'intake',
      event('case.opened.v1', id, {
        caseId: id,
        caseNumber: newNumber('K'),
        incidentId: randomUUID(),
        reportId: randomUUID(),
        custodianAgencyId: uptd,
        epoch: 1,
        riskLevel: 'high',
        ageBand: '13-15',
        sex: 'female',
        areaCode: '61.71.02',
        languages: ['id'],
        hasDisability: false,
        version: 1,
      }),
    );
    await soon('the custodian to see the case', async () => (await custody())?.epoch === 1);
    handoff = await service.refers(id);
  });

  it('put a handoff in progress with the first service', async () => {
    await publishTwice(
      'victim-services',
      event('service-event.attended.v1', id, {
        serviceEventId: randomUUID(),
        caseId: id,
        agencyId: shelter,
        handoffId: handoff,
        serviceType: 'emergency-shelter',
        version: 1,
      }),
    );
    const status = async () => valueOf(await service.get.execute(someoneOf(uptd), handoff)).status;
    await soon('the handoff in progress', async () => (await status()) === 'in-progress');
  });

  it('come back to the service that announced them: after a decline for want of room it was looked for who is next', async () => {
    const full = await service.asks(id, { to: secondShelter, serviceType: 'emergency-shelter' });
    valueOf(await service.reject.execute(someoneOf(secondShelter), full, 1, { reason: 'no-capacity' }));
    const [declined] = await service.events('handoff.rejected.v1', full);
    await publishTwice('referral', event('handoff.rejected.v1', id, declined!.data));
    const told = () => service.events('handoff.alternative-proposed.v1', full);
    await soon('word of who is next', async () => (await told()).length === 1);
  });

  it('close the case', async () => {
    await publishTwice(
      'victim-services',
      event('case.closed.v1', id, {
        caseId: id,
        closureId: randomUUID(),
        agencyId: uptd,
        reason: 'goals-met',
        closedAt: saturdayNight.toISOString(),
      }),
    );
    await soon('the case to be closed', async () => (await custody())?.status === 'closed');
  });

  it('did each thing once, although every event came twice', async () => {
    const entries = (await publishedEntries(service.database.worker)).filter(
      ({ actor, subject }) => actor.kind === 'service' && subject.includes(id),
    );
    expect(entries.map(({ type }) => type)).toEqual([
      'custody.open',
      'handoff.start',
      'handoff.propose-alternative',
      'custody.close',
    ]);
    expect(await service.versionOf(handoff)).toBe(3);
  });
});

/** The worker's consumers on a group of their own, which begins now: a running stack keeps its events, others' are past. */
async function startConsumers({ database }: TestService): Promise<INestMicroservice> {
  const group = `referral-${randomUUID()}`;
  const address = { brokers: testBroker(), clientId: 'test', log };
  await ensureTopics(address);
  for (const topic of consumed)
    await moveGroup(address, group, topic, await offsetsAt(address, topic, systemClock.wall()));
  const uow = new UnitOfWork(database.worker, 'referral', testClock());
  const testing = await Test.createTestingModule({
    controllers: [
      OnCaseOpenedConsumer,
      OnCaseClosedConsumer,
      OnServiceAttendedConsumer,
      OnHandoffRejectedConsumer,
    ],
    providers: [
      OnCaseOpened,
      OnCaseClosed,
      OnServiceAttended,
      OnHandoffRejected,
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
