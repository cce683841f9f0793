import { moveGroup, offsetsAt, type KafkaAddress } from '@rujukan/messaging';
import type { UnitOfWork } from '@rujukan/persistence';

/** Why an event is given up. Codes, because the audit log takes no free text. */
export const discardReasons = [
  'malformed',
  'duplicate',
  'superseded',
  'repaired-by-hand',
  'test-data',
] as const;

export type DiscardReason = (typeof discardReasons)[number];

export interface ParkedEvent {
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly type: string;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: Date;
  readonly isReleased: boolean;
}

/** Events that one entry names; how many were shown it says all the same. */
const mostNamed = 200;

/** Everything that waits, oldest first within its key. Bytes are not shown. Whoever looks is on record before she sees it. */
export const listParked = (work: UnitOfWork, service: string): Promise<ParkedEvent[]> =>
  work.timer({ type: 'parked-event.list', action: 'R', purpose: 'operations' }, async (tx, act) => {
    const parked = await tx.query<ParkedEvent[]>(
      `select topic, key, event_id as "eventId", headers->>'ce_type' as type, error, attempts,
         parked_at as "parkedAt", is_released as "isReleased"
       from parked_event where consumer = $1 order by topic, key, "partition", "offset"`,
      [service],
    );
    act.trail.touched('consumer', service).listed(
      'parked-event',
      parked.slice(0, mostNamed).map(({ eventId }) => eventId),
    );
    act.trail.resultCount = parked.length;
    return parked;
  });

/**
 * Releases all parked events of a key: the running worker handles them in their order within two seconds.
 *
 * @returns how many were released.
 */
export const releaseKey = (work: UnitOfWork, service: string, key: string): Promise<number> =>
  work.timer({ type: 'parked-event.release', action: 'U', purpose: 'operations' }, async (tx, act) => {
    const [rows] = await tx.query<[{ event_id: string }[], number]>(
      'update parked_event set is_released = true where consumer = $1 and key = $2 returning event_id',
      [service, key],
    );
    for (const row of rows) act.trail.touched('parked-event', row.event_id, { fields: ['isReleased'] });
    return rows.length;
  });

/**
 * Gives one event up for good: it leaves the parking place and counts as handled, should it come again.
 *
 * @returns how many records of it were discarded.
 */
export const discardEvent = (
  work: UnitOfWork,
  service: string,
  eventId: string,
  reason: DiscardReason,
): Promise<number> =>
  work.timer({ type: 'parked-event.discard', action: 'D', purpose: 'operations' }, async (tx, act) => {
    const [rows] = await tx.query<[unknown[], number]>(
      'delete from parked_event where consumer = $1 and event_id = $2 returning key',
      [service, eventId],
    );
    if (rows.length === 0) return 0;
    if (isUuid(eventId))
      await tx.query('insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing', [
        service,
        eventId,
      ]);
    act.trail.touched('parked-event', eventId).allowedBy(`operator:${reason}`);
    return rows.length;
  });

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * Lets a service read a topic again from a time on. Events that it has handled are not handled twice: their ids are in
 * its inbox. Its workers must be stopped meanwhile.
 *
 * @throws while a worker of the service is running.
 */
export async function replayFrom(
  { address, work }: { readonly address: KafkaAddress; readonly work: UnitOfWork },
  service: string,
  topic: string,
  from: Date,
): Promise<void> {
  await moveGroup(address, service, topic, await offsetsAt(address, topic, from));
  await work.timer({ type: 'topic.replay', action: 'E', purpose: 'operations' }, (_, act) => {
    act.trail.touched('topic', topic).touched('replay-from', from.toISOString());
    return Promise.resolve();
  });
}
