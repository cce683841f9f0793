import { setTimeout } from 'node:timers/promises';
import { topics as contractTopics, type Topic } from '@rujukan/contracts';
import { clientFor, isPassing, type KafkaAddress } from './kafka.js';

/** Offsets that the group has committed: the next record of each partition it will read. */
export async function committedOffsets(
  address: KafkaAddress,
  groupId: string,
  topic: string,
): Promise<Map<number, string>> {
  return withAdmin(address, async (admin) => {
    const [found] = await admin.fetchOffsets({ groupId, topics: [topic] });
    return new Map(found?.partitions.map(({ partition, offset }) => [partition, offset]));
  });
}

/** A partition of a topic that was made this moment, or whose broker was lost, has no leader at first. */
const settling = { times: 20, everyMs: 250 } as const;

/** Time from which a replay begins, as one offset per partition. */
export async function offsetsAt(
  address: KafkaAddress,
  topic: string,
  at: Date,
): Promise<Map<number, string>> {
  for (let left: number = settling.times; ; left -= 1)
    try {
      return await withAdmin(address, async (admin) => {
        const found = await admin.fetchTopicOffsetsByTimestamp(topic, at.getTime());
        return new Map(found.map(({ partition, offset }) => [partition, offset]));
      });
    } catch (error) {
      if (left === 0 || !isPassing(error)) throw error;
      await setTimeout(settling.everyMs);
    }
}

/**
 * Moves a group to the offsets given. The group must have no member at that moment.
 *
 * @throws while a member of the group is still there.
 */
export async function moveGroup(
  address: KafkaAddress,
  groupId: string,
  topic: string,
  offsets: ReadonlyMap<number, string>,
): Promise<void> {
  await withAdmin(address, (admin) =>
    admin.setOffsets({
      groupId,
      topic,
      partitions: [...offsets].map(([partition, offset]) => ({ partition, offset })),
    }),
  );
}

/**
 * Creates the topics of the contracts that are missing, on purpose and with their own settings.
 *
 * @param replication copies of each partition: 1 on one broker, 3 in production (then two must be in sync).
 * @returns names of those created.
 */
export async function ensureTopics(
  address: KafkaAddress,
  { replication = 1, topics = contractTopics }: { replication?: number; topics?: typeof contractTopics } = {},
): Promise<string[]> {
  return withAdmin(address, async (admin) => {
    const known = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !known.has(topic.name));
    if (missing.length === 0) return [];
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic: topic.name,
        numPartitions: topic.partitions,
        replicationFactor: replication,
        configEntries: [
          ...lifeOf(topic),
          { name: 'min.insync.replicas', value: replication >= 3 ? '2' : '1' },
        ],
      })),
    });
    return missing.map((topic) => topic.name);
  });
}

/** How long events stay: all for some days, or the last of each key for good. */
function lifeOf({ retentionDays, isCompacted = false }: Topic): { name: string; value: string }[] {
  const ms = String(retentionDays * 24 * 3_600_000);
  if (!isCompacted) return [{ name: 'retention.ms', value: ms }];
  return [
    { name: 'cleanup.policy', value: 'compact' },
    { name: 'min.compaction.lag.ms', value: ms },
  ];
}

type Admin = ReturnType<ReturnType<typeof clientFor>['admin']>;

async function withAdmin<T>(address: KafkaAddress, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = clientFor(address).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
