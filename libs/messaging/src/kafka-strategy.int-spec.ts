import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { eventually, leakCheck, testBroker, testDatabase, type TestDatabase } from '@rujukan/testing';
import { silentLog } from './fixtures/silent-log.js';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import {
  caseTopic,
  openedRecord,
  reactions,
  specimenWorker,
  writeEffect,
  type SpecimenApp,
} from './fixtures/specimen-worker.js';
import { committedOffsets, ensureTopics } from './kafka-admin.js';
import { openPublisher, type OutgoingRecord, type Publisher } from './kafka.js';
import { OnEvent } from './on-event.js';
import { topics } from '@rujukan/contracts';

jest.setTimeout(120_000);

const address = { brokers: testBroker(), clientId: 'spec', log: silentLog };
const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('event handlers over Kafka', () => {
  const nothingLeft = leakCheck();
  let db: TestDatabase;
  let publisher: Publisher;
  const apps: SpecimenApp[] = [];

  beforeAll(async () => {
    await ensureTopics(address, { topics: topics.filter((topic) => topic.name === caseTopic) });
    publisher = await openPublisher(address);
  });
  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
  });
  afterEach(async () => {
    await Promise.all(apps.splice(0).map(({ app }) => app.close()));
    reactions.clear();
    await db.close();
  });
  afterAll(async () => {
    await publisher.close();
    await nothingLeft();
  });

  const group = () => `spec-${randomUUID().slice(0, 8)}`;
  const start = async (name = group()) => {
    const app = await specimenWorker(db.worker, testBroker(), { group: name });
    apps.push(app);
    return { ...app, name };
  };
  const effects = async (key: string) =>
    (
      await db.owner.query<{ version: number }[]>('select version from effect where key = $1 order by n', [
        key,
      ])
    ).map((row) => row.version);
  const seen = (key: string, count: number) =>
    eventually(`${count} effects`, async () => (await effects(key)).length >= count, { withinMs: 45_000 });
  const parked = (key: string) =>
    db.owner.query<{ error: string; attempts: number; event_id: string }[]>(
      'select error, attempts, event_id from parked_event where key = $1 order by "offset"',
      [key],
    );
  const parkedCount = (key: string, count: number) =>
    eventually(`${count} parked events`, async () => (await parked(key)).length === count, {
      withinMs: 45_000,
    });
  const release = (key: string) =>
    db.owner.query('update parked_event set is_released = true where key = $1', [key]);

  it('runs the effect of an event once, though it arrives a hundred times', async () => {
    const key = randomUUID();
    reactions.set(key, writeEffect);
    const once = openedRecord(key, 1);
    await publisher.publish(Array<OutgoingRecord>(60).fill(once));
    await start();
    await seen(key, 1);
    await publisher.publish([...Array<OutgoingRecord>(40).fill(once), openedRecord(key, 2)]);
    await seen(key, 2);
    expect(await effects(key)).toEqual([1, 2]);
  });

  it('hands the event over with its envelope, and ignores what a newer producer adds', async () => {
    const key = randomUUID();
    const got: unknown[] = [];
    reactions.set(key, (opened) => Promise.resolve(void got.push(opened)));
    const record = openedRecord(key, 1);
    const newer = Buffer.from(JSON.stringify({ ...JSON.parse(record.value.toString()), later: 'unknown' }));
    await publisher.publish([{ ...record, value: newer }]);
    await start();
    await eventually('the event', () => got.length === 1, { withinMs: 45_000 });
    expect(got[0]).toMatchObject({
      id: record.headers['ce_id'],
      type: 'case.opened.v1',
      source: 'intake',
      key,
      traceId: '0'.repeat(31) + '1',
      correlationId: record.headers['ce_correlationid'],
      data: JSON.parse(record.value.toString()) as object,
    });
    expect(got[0]).not.toHaveProperty('data.later');
  });

  it('parks a poison event with all that follows under its key, while other keys flow', async () => {
    const [poisoned, healthy] = [randomUUID(), randomUUID()];
    reactions.set(healthy, writeEffect);
    reactions.set(poisoned, (opened, context) =>
      opened.data.version === 2 ? Promise.reject(new Error('rule broken')) : writeEffect(opened, context),
    );
    await publisher.publish(range(4).flatMap((n) => [openedRecord(poisoned, n), openedRecord(healthy, n)]));
    await start();
    await seen(healthy, 4);
    await parkedCount(poisoned, 3);
    await publisher.publish([openedRecord(poisoned, 5), openedRecord(healthy, 5)]);
    await seen(healthy, 5);
    await parkedCount(poisoned, 4);

    expect(await effects(poisoned)).toEqual([1]);
    expect(await effects(healthy)).toEqual([1, 2, 3, 4, 5]);
    expect((await parked(poisoned)).map(({ error, attempts }) => ({ error, attempts }))).toEqual([
      { error: 'Error rule broken', attempts: 3 },
      ...Array<object>(3).fill({ error: 'waits behind an earlier event of its key', attempts: 0 }),
    ]);
  });

  it('replays released events in their order, doubles nothing, and lets the key flow again', async () => {
    const key = randomUUID();
    let isBroken = true;
    reactions.set(key, (opened, context) =>
      isBroken && opened.data.version === 2
        ? Promise.reject(new Error('rule broken'))
        : writeEffect(opened, context),
    );
    const records = range(5).map((n) => openedRecord(key, n));
    await publisher.publish([...records, records[3]!, records[0]!]);
    const { strategy } = await start();
    await parkedCount(key, 6);

    await release(key);
    expect(await strategy.retryReleased()).toBe(0);
    expect((await parked(key))[0]).toMatchObject({ attempts: 4 });
    expect(await strategy.retryReleased()).toBe(0);
    expect((await parked(key))[0]).toMatchObject({ attempts: 4 });

    isBroken = false;
    await release(key);
    expect(await strategy.retryReleased()).toBe(6);
    await publisher.publish([openedRecord(key, 6)]);
    await seen(key, 6);
    expect(await effects(key)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await parked(key)).toEqual([]);
  });

  it('tries again when the database goes away in the middle, and doubles nothing', async () => {
    const key = randomUUID();
    let cuts = 2;
    reactions.set(key, async (opened, context) => {
      await writeEffect(opened, context);
      if (opened.data.version === 3 && cuts-- > 0) {
        await db.cut('worker');
        await context.tx.query('select 1');
      }
    });
    await publisher.publish(range(5).map((n) => openedRecord(key, n)));
    await start();
    await seen(key, 5);
    expect(await effects(key)).toEqual([1, 2, 3, 4, 5]);
    expect(await parked(key)).toEqual([]);
    expect(cuts).toBeLessThan(0);
  });

  it('commits offsets only after the database has committed, and finishes the batch in hand when it is stopped', async () => {
    const key = randomUUID();
    let open = (): void => undefined;
    let isInside = false;
    const gate = new Promise<void>((resolve) => (open = resolve));
    reactions.set(key, async (opened, context) => {
      isInside = true;
      await gate;
      await writeEffect(opened, context);
    });
    await publisher.publish([openedRecord(key, 1)]);
    const { app, name } = await start();
    await eventually('the handler to run', () => isInside, { withinMs: 45_000 });
    const before = await committedOffsets(address, name, caseTopic);

    const closed = app.close();
    expect(await effects(key)).toEqual([]);
    open();
    await closed;
    apps.length = 0;
    expect(await effects(key)).toEqual([1]);
    const after = await committedOffsets(address, name, caseTopic);
    expect([...after.values()].map(Number).reduce((a, b) => a + b)).toBeGreaterThan(
      [...before.values()].map(Number).reduce((a, b) => a + b),
    );

    const again: string[] = [];
    reactions.set(key, (opened) => Promise.resolve(void again.push(opened.id)));
    const next = openedRecord(key, 2);
    await publisher.publish([next]);
    await start(name);
    await eventually('the next event', () => again.length > 0, { withinMs: 45_000 });
    expect(again).toEqual([next.headers['ce_id']]);
  });

  it.each<[string, (record: OutgoingRecord) => OutgoingRecord, string]>([
    ['bytes that are no JSON', (r) => ({ ...r, value: Buffer.from([0xff, 0x00]) }), 'not JSON'],
    ['data that breaks its schema', (r) => ({ ...r, value: Buffer.from('{}') }), 'does not match its schema'],
    [
      'another source',
      (r) => ({ ...r, headers: { ...r.headers, ce_source: '/referral' } }),
      'not from the owner',
    ],
    [
      'an unknown class',
      (r) => ({ ...r, headers: { ...r.headers, ce_dataclassification: 'secret' } }),
      'unknown data',
    ],
    ['an id that is none', (r) => ({ ...r, headers: { ...r.headers, ce_id: 'x\0' } }), 'id is not a UUID'],
    ['no type', (r) => ({ ...r, headers: {} }), 'no type'],
  ])('parks a record with %s, and says so', async (_, spoil, reason) => {
    const [bad, good] = [randomUUID(), randomUUID()];
    reactions.set(bad, writeEffect);
    reactions.set(good, writeEffect);
    await publisher.publish([spoil(openedRecord(bad, 1)), openedRecord(bad, 2), openedRecord(good, 1)]);
    await start();
    await seen(good, 1);
    await parkedCount(bad, 2);
    expect(await effects(bad)).toEqual([]);
    expect((await parked(bad))[0]?.error).toContain(reason);
  });

  it('parks an event that only the end of the transaction would refuse', async () => {
    const [late, good] = [randomUUID(), randomUUID()];
    reactions.set(late, writeEffect);
    reactions.set(good, writeEffect);
    await publisher.publish([openedRecord(late, 1), openedRecord(late, 1), openedRecord(good, 1)]);
    await start();
    await seen(good, 1);
    await parkedCount(late, 1);
    expect(await effects(late)).toEqual([1]);
    expect((await parked(late))[0]?.error).toBe('QueryFailedError 23505 effect_late');
  });

  it('handles a thousand events of many keys once each and in order, around a poison one', async () => {
    const keys = range(20).map(() => randomUUID());
    for (const key of keys)
      reactions.set(key, (opened, context) =>
        key === keys[7] && opened.data.version === 20
          ? Promise.reject(new Error('no'))
          : writeEffect(opened, context),
      );
    await publisher.publish(range(50).flatMap((n) => keys.map((key) => openedRecord(key, n))));
    await start();
    await parkedCount(keys[7]!, 31);
    for (const key of keys) {
      const expected = range(key === keys[7] ? 19 : 50);
      await seen(key, expected.length);
      expect(await effects(key)).toEqual(expected);
    }
  });

  it('refuses to start with a handler whose topic it does not read, or a topic that nothing handles', async () => {
    const open = (topicNames: string[], controllers?: []) =>
      specimenWorker(db.worker, testBroker(), {
        group: group(),
        topics: topicNames,
        ...(controllers ? { controllers } : {}),
      });
    await expect(open([])).rejects.toThrow('handlers need intake.case.events');
    await expect(open([caseTopic, 'referral.handoff.events'])).rejects.toThrow(
      'nothing handles what comes from',
    );
  });

  it('runs two handlers of one event in one transaction', async () => {
    const key = randomUUID();
    @Controller()
    class First {
      @OnEvent('case.opened.v1')
      handle(...[opened, context]: Parameters<typeof writeEffect>) {
        return opened.key === key ? writeEffect(opened, context) : Promise.resolve();
      }
    }
    @Controller()
    class Second {
      @OnEvent('case.opened.v1')
      handle(...[opened]: Parameters<typeof writeEffect>) {
        return opened.key === key ? Promise.reject(new Error('second says no')) : Promise.resolve();
      }
    }
    await publisher.publish([openedRecord(key, 1)]);
    apps.push(
      await specimenWorker(db.worker, testBroker(), { group: group(), controllers: [First, Second] }),
    );
    await parkedCount(key, 1);
    expect(await effects(key)).toEqual([]);
  });
});
