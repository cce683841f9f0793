import { randomUUID } from 'node:crypto';
import { event, ensureTopics, startRawConsumer, toOutboxRows, appendToOutbox } from '@rujukan/messaging';
import { createLogger } from '@rujukan/observability';
import { UnitOfWork } from '@rujukan/persistence';
import {
  eventually,
  expectNothingUnpublished,
  leakCheck,
  publishedEntries,
  saturdayNight,
  testBroker,
  testClock,
  testDatabase,
  type TestDatabase,
} from '@rujukan/testing';
import { CreateSpecimen1000000000000, script, specimenWorker } from './fixtures/specimen-service.js';
import { runParkCommand } from './park-command.js';
import { startWorker, type RunningWorker } from './start-worker.js';

jest.setTimeout(120_000);

const log = createLogger('spec', { level: 'silent' });
const address = { brokers: testBroker(), clientId: 'spec', log };
const nobody = '127.0.0.1:1';

describe('a worker', () => {
  const nothingLeft = leakCheck();
  let db: TestDatabase;
  const workers: RunningWorker[] = [];

  beforeAll(() => ensureTopics(address));
  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    const quiet = () => Promise.resolve();
    Object.assign(script, { tick: quiet, failingTick: quiet, onOpened: quiet });
    await db.close();
  });
  afterAll(() => nothingLeft());

  const start = async (
    more: { service?: string; url?: string; brokers?: readonly string[]; consumes?: readonly string[] } = {},
  ) => {
    const service = more.service ?? `spec-${randomUUID().slice(0, 8)}`;
    const config = {
      host: '127.0.0.1',
      workerPort: 0,
      workerDatabaseUrl: more.url ?? db.urls.worker,
      kafkaBrokers: more.brokers ?? testBroker(),
      clockFile: undefined,
      logLevel: 'silent',
    };
    const worker = await startWorker({
      service,
      config,
      module: specimenWorker(service, config),
      consumes: more.consumes ?? ['intake.case.events'],
    });
    workers.push(worker);
    return worker;
  };
  const probe = async (worker: RunningWorker, path: string) => {
    const answer = await fetch(worker.url + path);
    return { status: answer.status, body: await answer.json() };
  };
  const ready = (worker: RunningWorker) =>
    eventually('the worker to be ready', async () => (await probe(worker, '/readyz')).status === 200, {
      withinMs: 45_000,
    });
  const opened = (caseId: string, source = 'intake') =>
    toOutboxRows(
      [
        event('case.opened.v1', caseId, {
          caseId,
          caseNumber: 'K-7Q4M2X9A-H',
          incidentId: randomUUID(),
          reportId: randomUUID(),
          custodianAgencyId: randomUUID(),
          epoch: 1,
          riskLevel: 'high',
          ageBand: '13-15',
          sex: 'female',
          languages: ['id'],
          hasDisability: false,
          version: 1,
        }),
      ],
      { source, traceId: '0'.repeat(31) + '1', correlationId: randomUUID(), time: saturdayNight },
    );

  it('says in the log that it starts, and with which settings', async () => {
    await start({ brokers: [nobody] });
    expect(await publishedEntries(db.owner)).toMatchObject([
      {
        type: 'service.start',
        action: 'E',
        entity: [{ type: 'process' }, { type: 'version' }, { type: 'configuration' }],
      },
    ]);
  });

  it('is alive at once, and ready when it reads its topics', async () => {
    const worker = await start();
    expect(await probe(worker, '/livez')).toEqual({ status: 200, body: { alive: true, dead: [] } });
    await ready(worker);
    expect((await probe(worker, '/readyz')).body).toEqual({
      ready: true,
      checks: { database: 'up', consumer: 'up', relay: 'up', timers: 'up' },
    });
    expect((await fetch(`${worker.url}/metrics`)).status).toBe(404);
  });

  it('stays alive without a broker, and says that it is not ready', async () => {
    const worker = await start({ brokers: [nobody] });
    expect((await probe(worker, '/livez')).status).toBe(200);
    expect(await probe(worker, '/readyz')).toMatchObject({
      status: 503,
      body: { checks: { consumer: 'down' } },
    });
  });

  it('carries an event from one outbox to the handler of another service', async () => {
    const caseId = randomUUID();
    const seen: string[] = [];
    script.onOpened = (received) =>
      Promise.resolve(void (received.key === caseId && seen.push(received.source)));
    await start({ service: 'intake' });
    await appendToOutbox(db.app.manager, opened(caseId));
    await eventually('the event', () => seen.length > 0, { withinMs: 45_000 });
    expect(seen).toEqual(['intake']);
    await expectNothingUnpublished(db.owner);
  });

  it('ends in order: what is in the outbox was sent or stays, and nothing is left open', async () => {
    const worker = await start();
    await ready(worker);
    await worker.close();
    await expect(fetch(`${worker.url}/livez`)).rejects.toThrow('fetch failed');
    await worker.close();
  });

  it('runs a timer in one worker at a time', async () => {
    let inside = 0;
    let most = 0;
    let runs = 0;
    script.tick = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await db.owner.query('select pg_sleep(0.03)');
      inside -= 1;
      runs += 1;
    };
    await start();
    await start();
    await eventually('ten runs', () => runs >= 10, { withinMs: 45_000 });
    expect(most).toBe(1);
  });

  it('runs a timer again after it failed, and the others meanwhile', async () => {
    let fails = 2;
    let runs = 0;
    let others = 0;
    script.failingTick = () =>
      fails-- > 0 ? Promise.reject(new Error('not now')) : Promise.resolve(void (runs += 1));
    script.tick = () => Promise.resolve(void (others += 1));
    await start();
    await eventually('the timer to recover', () => runs > 0 && others > 2, { withinMs: 45_000 });
  });

  it('refuses a database role that owns tables', async () => {
    await expect(start({ url: db.urls.owner })).rejects.toThrow('the database floor does not hold');
  });

  it('refuses handlers whose topic it does not read', async () => {
    await expect(start({ consumes: [] })).rejects.toThrow('handlers need intake.case.events');
  });

  describe('with a parked event', () => {
    const tools = () => ({
      unitOfWork: (service: string) => new UnitOfWork(db.worker, service, testClock()),
      address,
    });
    const park = async (service: string, caseId: string) => {
      const [row] = opened(caseId);
      await db.worker.query(
        `insert into parked_event (consumer, key, event_id, topic, "partition", "offset", headers, bytes, error)
         values ($1, $2, $3, $4, 0, 0, $5, $6, 'Error no')`,
        [service, caseId, row!.id, row!.topic, JSON.stringify(row!.headers), row!.payload],
      );
      return row!.id;
    };
    // By id: a worker that reads the shared topic may park what other suites left there.
    const isParked = async (id: string) =>
      (await db.owner.query<unknown[]>('select 1 from parked_event where event_id = $1', [id])).length > 0;

    it('lists it, and handles it when it is released', async () => {
      const [service, caseId] = [`spec-${randomUUID().slice(0, 8)}`, randomUUID()];
      const seen: string[] = [];
      script.onOpened = (received) =>
        Promise.resolve(void (received.key === caseId && seen.push(received.id)));
      const id = await park(service, caseId);
      const listed = JSON.parse(await runParkCommand(['list', '--service', service], tools())) as object;
      expect(listed).toMatchObject({
        key: caseId,
        eventId: id,
        type: 'id.rujukan.case.opened.v1',
        error: 'Error no',
      });
      expect(listed).not.toHaveProperty('bytes');
      expect((await publishedEntries(db.owner)).at(-1)).toMatchObject({
        action: 'R',
        resultCount: 1,
        entity: [
          { type: 'consumer', id: service },
          { type: 'parked-event', id },
        ],
      });

      expect(await runParkCommand(['retry', '--service', service, '--key', caseId], tools())).toBe(
        '1 released',
      );
      expect(await publishedEntries(db.owner)).toMatchObject([
        { type: 'parked-event.list', action: 'R' },
        { type: 'parked-event.release', action: 'U', entity: [{ type: 'parked-event', id }] },
      ]);
      await start({ service });
      await eventually('the parking place to be empty', async () => !(await isParked(id)), {
        withinMs: 45_000,
      });
      expect(seen).toEqual([id]);
    });

    it('gives it up for a reason, once and for all, and records that', async () => {
      const id = await park('specimen', randomUUID());
      const discard = ['discard', '--service', 'specimen', '--event', id, '--reason', 'superseded'];
      expect(await runParkCommand(discard, tools())).toBe('1 discarded');
      expect(await runParkCommand(discard, tools())).toBe('0 discarded');
      expect(await isParked(id)).toBe(false);
      expect(await db.owner.query('select event_id from inbox')).toEqual([{ event_id: id }]);
      expect(await publishedEntries(db.owner)).toMatchObject([
        { type: 'parked-event.discard', action: 'D', authz: { policyId: 'operator:superseded' } },
      ]);
    });

    it.each([
      [['list']],
      [['retry', '--service', 's']],
      [['discard', '--service', 's', '--event', 'e', '--reason', 'mood']],
    ])('explains itself when it does not understand %j', async (argv) => {
      await expect(runParkCommand(argv, tools())).rejects.toThrow('park list');
    });

    it('reads a topic again from a time on, once the workers are stopped', async () => {
      const group = `spec-${randomUUID().slice(0, 8)}`;
      const seen: string[] = [];
      const read = async () => {
        seen.length = 0;
        const consumer = startRawConsumer({
          brokers: testBroker(),
          groupId: group,
          topics: ['intake.case.events'],
          log,
          onBatch: (records) =>
            Promise.resolve(void seen.push(...records.map((r) => r.headers['ce_id'] ?? ''))),
        });
        await eventually('to join', () => consumer.isReady(), { withinMs: 45_000 });
        return consumer;
      };
      const caseId = randomUUID();
      const [row] = opened(caseId);
      const worker = await start({ service: 'intake' });
      await appendToOutbox(db.app.manager, [row!]);
      const first = await read();
      await eventually('the event', () => seen.includes(row!.id), { withinMs: 45_000 });
      const replay = [
        'replay',
        '--service',
        group,
        '--topic',
        'intake.case.events',
        '--from',
        '2026-01-01T00:00:00Z',
      ];
      await expect(runParkCommand(replay, tools())).rejects.toThrow();
      await first.stop();
      await worker.close();

      await runParkCommand(replay, tools());
      expect(await publishedEntries(db.owner)).toMatchObject([
        {
          type: 'topic.replay',
          entity: [{ type: 'topic', id: 'intake.case.events' }, { type: 'replay-from' }],
        },
      ]);
      const second = await read();
      await eventually('the event again', () => seen.includes(row!.id), { withinMs: 45_000 });
      await second.stop();
    });
  });
});
