import { randomUUID } from 'node:crypto';
import { eventually } from '@rujukan/testing';
import { world } from '../e2e/support/world.js';
import { allReady, kill9, restarted } from './support/processes.js';
import { tell, type Told } from './support/story.js';

const here = world();
const manager = here.api.as('uptd.manajer');
const auditor = here.api.as('insp.auditor');
const stories = 4;

beforeEach(() => allReady());

describe.each([
  ['the intake service', 'intake'],
  ['the referral service', 'referral'],
  ['the relay and consumers of intake', 'intake-worker'],
  ['the relay and consumers of referral', 'referral-worker'],
  ['the consumers of victim services', 'victim-services-worker'],
  ['the writer of the audit log', 'audit-worker'],
  ['the broker', 'kafka'],
  ['the database', 'postgres'],
])('killed in the middle of the story: %s', (_, victim) => {
  it('loses nothing, doubles nothing, and the story ends as it should', async () => {
    let before = 0;
    const breakOnce = (step: number) => {
      if (step === 3 && before === 0) before = kill9(victim);
    };
    const name = randomUUID();
    const told = await Promise.all(
      Array.from({ length: stories }, (__, n) => tell(here, `${name}-${n}`, breakOnce)),
    );
    await restarted(victim, before);

    for (const story of told) await expectWhole(story);
  });
});

async function expectWhole({ caseId, handoffId }: Told): Promise<void> {
  const handoff = await eventually(
    'the completed referral',
    () => manager.get('referral', `/v1/handoffs/${handoffId}`),
    {
      withinMs: 30_000,
    },
  );
  expect(handoff).toMatchObject({ status: 'completed', outcome: 'service-provided' });
  const support = await manager.get('victim-services', `/v1/cases/${caseId}/support`);
  expect(support.serviceEvents).toHaveLength(1);

  await eventually(
    'each act once in the log',
    async () => {
      const { items } = await auditor.get('audit', `/v1/entries?case=${caseId}&outcome=success&limit=100`);
      const times = (type: string) => items.filter((entry: { type: string }) => entry.type === type).length;
      const acts = ['report.file', 'report.accept', 'handoff.request', 'handoff.accept', 'handoff.complete'];
      return acts.every((type) => times(type) === 1);
    },
    { withinMs: 60_000, everyMs: 250 },
  );
}
