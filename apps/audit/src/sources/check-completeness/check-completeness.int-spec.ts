import { randomUUID } from 'node:crypto';
import { Trail } from '@rujukan/audit-trail';
import { createLogger } from '@rujukan/observability';
import { UnitOfWork } from '@rujukan/persistence';
import { publishedEntries, saturdayNight } from '@rujukan/testing';
import { aLog, auditor, type Done, type TestLog } from '../../storage/fixtures/a-log.js';
import { RecordCompleteness } from '../record-completeness/record-completeness.js';
import { CheckCompleteness } from './check-completeness.query.js';

let log: TestLog;

beforeEach(async () => {
  log = await aLog();
});
afterEach(() => log.close());

const later = new Date(saturdayNight.getTime() + 600_000);
const holes = async () => {
  const found = await new CheckCompleteness(log.unitOfWork).execute(
    auditor({ now: later }),
    new Date(saturdayNight.getTime() - 3_600_000),
  );
  if (!found.ok) throw new Error('refused');
  return found.value;
};
const nothing = { sources: [], versions: [], disclosures: [], isComplete: true };

const write = (id: string, version?: number, more: Partial<Done> = {}): Done => ({
  type: 'handoff.change',
  trail: new Trail().touched('handoff', id, version === undefined ? {} : { version }),
  ...more,
});
const disclosure = (type: string, src: string, id: string): Done => ({
  type,
  src,
  trail: new Trail()
    .touched('handoff', id)
    .disclosed({ fromOrg: randomUUID(), toOrg: randomUUID(), receiptId: id }),
});

describe('versions of a record', () => {
  it('that are whole, in whatever order they came, are no finding', async () => {
    const id = randomUUID();
    await log.did(write(id, 1), write(id, 3), write(id, 2), write(id, 2));
    expect(await holes()).toEqual(nothing);
  });

  it('of which one is not in the log are found', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    await log.did(write(id, 1), write(id, 2), write(id, 4), write(other, 1));
    expect(await holes()).toEqual({
      ...nothing,
      versions: [{ source: 'intake', type: 'handoff', id, last: 4, seen: 3 }],
    });
  });

  it('that another source gives what it knows of the record fill no hole', async () => {
    const id = randomUUID();
    const neighbour = { src: 'victim-services' };
    await log.did(write(id, 1), write(id, 3), write(id, 1, neighbour), write(id, 2, neighbour));
    expect(await holes()).toEqual({
      ...nothing,
      versions: [{ source: 'intake', type: 'handoff', id, last: 3, seen: 2 }],
    });
    await log.did(write(id, undefined, neighbour));
    expect((await holes()).versions).toHaveLength(1);
  });

  it('are not asked of a record that is written without them, nor of what was only read or refused', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    await log.did(write(id, 3), write(id));
    await log.did(write(other, 5, { action: 'R' }), write(other, 7, { outcome: 'denied' }));
    expect(await holes()).toEqual(nothing);
  });
});

describe('a disclosure', () => {
  it('that both sides recorded is no finding', async () => {
    const id = randomUUID();
    await log.did(
      disclosure('handoff.accept', 'referral', id),
      disclosure('access.grant', 'intake', id),
      disclosure('access.grant', 'victim-services', id),
    );
    expect(await holes()).toEqual(nothing);
  });

  it('that was agreed to and heard of by nobody is found', async () => {
    const id = randomUUID();
    await log.did(disclosure('handoff.accept', 'referral', id));
    expect(await holes()).toEqual({ ...nothing, disclosures: [{ id, missing: 'receipt' }] });
  });

  it('that nobody agreed to is found', async () => {
    const id = randomUUID();
    await log.did(disclosure('access.grant', 'intake', id));
    expect(await holes()).toEqual({ ...nothing, disclosures: [{ id, missing: 'decision' }] });
  });
});

/** A source says up to which number it gave its entries away. */
const counted = (last: number, src = 'intake'): Done => ({
  type: 'outbox.count',
  action: 'E',
  src,
  trail: new Trail().touched('source', src).touched('source-numbers', `1-${last}`),
});

describe('the daily look', () => {
  const lines: string[] = [];
  const look = () => {
    lines.length = 0;
    const clock = { now: () => later, wall: () => later };
    const unitOfWork = new UnitOfWork(log.database.worker, 'audit', clock);
    const logger = createLogger('audit', { destination: { write: (line) => void lines.push(line) } });
    return new RecordCompleteness(unitOfWork, clock, logger).execute();
  };
  const told = () => publishedEntries(log.database.owner);

  it('says in the log that nothing is missing', async () => {
    await log.did(write(randomUUID(), 1));
    expect(await look()).toEqual({ ...nothing, counts: [] });
    expect(await told()).toMatchObject([{ type: 'log.check', outcome: 'success' }]);
  });

  it('names there what is', async () => {
    const id = randomUUID();
    await log.did(write(id, 2));
    await look();
    expect(await told()).toMatchObject([
      {
        type: 'log.check',
        outcome: 'failed',
        reason: 'incomplete',
        entity: [{ type: 'audit-log' }, { type: 'handoff', id }],
      },
    ]);
  });

  it('agrees with sources that counted what the log holds, each for itself and from one count to the next', async () => {
    await log.did(write(randomUUID(), 1), counted(1), counted(2), write(randomUUID(), 1), counted(4));
    await log.did(write(randomUUID(), 1, { src: 'referral' }), counted(1, 'referral'));
    expect((await look()).counts).toEqual([]);
    expect(await told()).toMatchObject([{ type: 'log.check', outcome: 'success' }]);
    expect(lines).toEqual([]);
  });

  it('raises the alarm when the log holds less than a source counted', async () => {
    await log.did(write(randomUUID(), 1), counted(1), counted(9));
    expect((await look()).counts).toEqual([{ source: 'intake', from: 2, to: 9, seen: 2 }]);
    const entity = [
      { type: 'audit-log' },
      { type: 'source', id: 'intake' },
      { type: 'source-numbers', id: '2-9' },
    ];
    expect(await told()).toMatchObject([
      { type: 'log.check', outcome: 'failed', reason: 'incomplete', entity },
    ]);
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 'error', id: 'intake', from: 2, to: 9, count: 2 },
    ]);
  });

  it('raises it too when a source counts back, as a database that was restored does', async () => {
    await log.did(write(randomUUID(), 1), write(randomUUID(), 1), counted(2), counted(1));
    expect((await look()).counts).toEqual([{ source: 'intake', from: 3, to: 1, seen: 0 }]);
  });
});

it('is asked by auditors, and that is an entry too', async () => {
  await log.did(write(randomUUID(), 1));
  await holes();

  expect(await publishedEntries(log.database.owner)).toMatchObject([
    { entity: [{ type: 'audit-log', id: 'completeness' }] },
  ]);
});
