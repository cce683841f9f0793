import { randomUUID } from 'node:crypto';
import type { INestMicroservice } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  event,
  KafkaStrategy,
  openPublisher,
  toOutboxRows,
  type Log,
  type OutgoingEvent,
  type Publisher,
} from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { eventually, leakCheck, saturdayNight, testBroker } from '@rujukan/testing';
import type { CaseId } from './domain/ids.js';
import { GetCase } from './get-case/get-case.query.js';
import { OnAgencyRegistered } from './on-agency-registered/on-agency-registered.js';
import { OnAgencyRegisteredConsumer } from './on-agency-registered/on-agency-registered.consumer.js';
import { OnCaseClosed } from './on-case-closed/on-case-closed.js';
import { OnCaseClosedConsumer } from './on-case-closed/on-case-closed.consumer.js';
import { OnCustodianChanged } from './on-custodian-changed/on-custodian-changed.js';
import { OnCustodianChangedConsumer } from './on-custodian-changed/on-custodian-changed.consumer.js';
import { OnHandoffAccepted } from './on-handoff-accepted/on-handoff-accepted.js';
import { OnHandoffAcceptedConsumer } from './on-handoff-accepted/on-handoff-accepted.consumer.js';
import { OnHandoffEnded } from './on-handoff-ended/on-handoff-ended.js';
import { OnHandoffEndedConsumer } from './on-handoff-ended/on-handoff-ended.consumer.js';
import { anIntake, shelter, singkawang, someoneOf, uptd, type Intake } from './storage/fixtures/an-intake.js';

const nothing = (): void => undefined;
const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

describe('events through a real broker', () => {
  const nothingLeft = leakCheck();
  let intake: Intake;
  let worker: INestMicroservice;
  let publisher: Publisher;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    [id] = (await intake.opens()) as [CaseId];
    publisher = await openPublisher({ brokers: testBroker(), clientId: 'test', log });
    worker = await startConsumers(intake);
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    await publisher.close();
    await intake.close();
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

  const sees = async (agency: string) =>
    (await new GetCase(intake.uow, intake.sealer).execute(someoneOf(agency), id)).ok;
  const soon = (what: string, agency: string, isSeen: boolean, withinMs = 15_000) =>
    eventually(what, async () => (await sees(agency)) === isSeen, { withinMs });

  const handoffId = randomUUID();
  const handoff = () => ({
    handoffId,
    caseId: id,
    kind: 'referral' as const,
    fromAgencyId: uptd,
    toAgencyId: shelter,
  });

  it('give access with the acceptance, and take it within two seconds of the end', async () => {
    const terms = { shareProfile: 'shelter-placement', lawfulBasis: 'vital-interest' };
    await publishTwice('referral', event('handoff.accepted.v1', id, { ...handoff(), ...terms, version: 3 }));
    await soon('the shelter to see the case', shelter, true);
    const end = { ...handoff(), version: 5, outcome: 'service-provided' };
    await publishTwice('referral', event('handoff.completed.v1', id, end));
    await soon('the shelter to see nothing any more', shelter, false, 2_000);
  });

  it('move custody, and the old custodian sees nothing within two seconds', async () => {
    const custody = {
      caseId: id,
      handoffId: randomUUID(),
      fromAgencyId: uptd,
      toAgencyId: singkawang,
      epoch: 2,
    };
    const changedAt = saturdayNight.toISOString();
    await publishTwice('referral', event('case.custodian-changed.v1', id, { ...custody, changedAt }));
    await soon('the old custodian to see nothing any more', uptd, false, 2_000);
    expect(await sees(singkawang)).toBe(true);
  });

  it('let reports be sent to an agency as soon as it is registered', async () => {
    const agencyId = randomUUID();
    const agency = { agencyId, agencyCode: 'rsud', agencyType: 'hospital', version: 1 };
    const isTaken = () =>
      intake.files({ recipientAgencyId: agencyId }).then(
        () => true,
        () => false,
      );
    expect(await isTaken()).toBe(false);
    await publishTwice('referral', event('directory.agency-registered.v1', agencyId, agency));
    await eventually('the agency to be known', isTaken, { withinMs: 15_000 });
  });

  it('close the case, and each thing was done once although every event came twice', async () => {
    const closure = { caseId: id, closureId: randomUUID(), agencyId: singkawang, reason: 'goals-met' };
    const closedAt = saturdayNight.toISOString();
    await publishTwice('victim-services', event('case.closed.v1', id, { ...closure, closedAt }));
    const done = async () =>
      (await intake.trail(id)).filter((entry) => entry.actor.kind === 'service').map((entry) => entry.type);
    await eventually('the case to be closed', async () => (await done()).includes('case.close'));
    expect(await done()).toEqual(['access.grant', 'access.revoke', 'custody.move', 'case.close']);
  });
});

/** The worker's consumers on a group of their own, so that a running stack keeps its events. */
async function startConsumers({ database, workerUow }: Intake): Promise<INestMicroservice> {
  const testing = await Test.createTestingModule({
    controllers: [
      OnAgencyRegisteredConsumer,
      OnCaseClosedConsumer,
      OnCustodianChangedConsumer,
      OnHandoffAcceptedConsumer,
      OnHandoffEndedConsumer,
    ],
    providers: [
      OnAgencyRegistered,
      OnCaseClosed,
      OnCustodianChanged,
      OnHandoffAccepted,
      OnHandoffEnded,
      { provide: UnitOfWork, useValue: workerUow },
    ],
  }).compile();
  const worker = testing.createNestMicroservice({
    strategy: new KafkaStrategy({
      service: `intake-${randomUUID()}`,
      brokers: testBroker(),
      topics: ['referral.directory.events', 'referral.handoff.events', 'victim-services.case.events'],
      database: database.worker,
      log,
    }),
  });
  await worker.listen();
  return worker;
}
