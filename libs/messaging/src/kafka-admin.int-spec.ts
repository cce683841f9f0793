import { randomUUID } from 'node:crypto';
import { topics as contractTopics, type Topic } from '@rujukan/contracts';
import { testBroker } from '@rujukan/testing';
import { silentLog } from './fixtures/silent-log.js';
import { ensureTopics } from './kafka-admin.js';
import { clientFor } from './kafka.js';

const address = { brokers: testBroker(), clientId: 'spec', log: silentLog };

describe('a topic of the contracts', () => {
  const admin = clientFor(address).admin();
  const made: string[] = [];

  beforeAll(() => admin.connect());
  afterAll(async () => {
    await admin.deleteTopics({ topics: made });
    await admin.disconnect();
  });

  const make = async (like: Topic): Promise<Topic> => {
    const topic = { ...like, name: `spec.${randomUUID()}` };
    made.push(topic.name);
    expect(await ensureTopics(address, { topics: [topic] })).toEqual([topic.name]);
    return topic;
  };
  const settingsOf = async ({ name }: Topic) => {
    // 2 stands for a topic in the protocol.
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: 2, name }],
    });
    const entries = resources[0]!.configEntries.map((entry) => [entry.configName, entry.configValue]);
    return Object.fromEntries(entries) as Record<string, string>;
  };
  const named = (name: string): Topic => contractTopics.find((topic) => topic.name === name)!;

  it('forgets what was done after some days', async () => {
    const topic = await make(named('intake.case.events'));
    expect(await settingsOf(topic)).toMatchObject({
      'cleanup.policy': 'delete',
      'retention.ms': String(30 * 86_400_000),
    });
  });

  it('keeps for good how each agency stands, and what that replaced for some days', async () => {
    const topic = await make(named('referral.directory.events'));
    expect(await settingsOf(topic)).toMatchObject({
      'cleanup.policy': 'compact',
      'min.compaction.lag.ms': String(30 * 86_400_000),
    });
  });

  it('is made once', async () => {
    const topic = await make(named('referral.directory.events'));
    expect(await ensureTopics(address, { topics: [topic] })).toEqual([]);
  });
});
