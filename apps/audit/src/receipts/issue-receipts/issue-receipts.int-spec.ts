import { randomUUID } from 'node:crypto';
import { publishedEntries, publishedEvents, testClock } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { UnitOfWork } from '@rujukan/persistence';
import { nodeCrypto, verifyProof } from '@rujukan/tlog';
import { GatherCosignatures } from '../../checkpoints/gather-cosignatures/gather-cosignatures.js';
import { aSignedLog, type SignedLog } from '../../storage/fixtures/a-signed-log.js';
import { IssueReceipts } from './issue-receipts.js';

jest.setTimeout(30_000);

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

describe('the receipts of a handoff', () => {
  let log: SignedLog;
  let issue: IssueReceipts;
  let gather: GatherCosignatures;

  beforeEach(async () => {
    log = await aSignedLog();
    const { worker } = log.database;
    const uow = new UnitOfWork(worker, 'audit', testClock());
    issue = new IssueReceipts(uow);
    gather = new GatherCosignatures(uow, worker, log.policy, silent);
  });
  afterEach(() => log.close());

  const [handoff, other, caseId] = [randomUUID(), randomUUID(), randomUUID()];
  const step = (type: string, outcome: 'success' | 'denied' = 'success') => ({
    type,
    outcome,
    trail: new Trail().touched('handoff', handoff, { version: 2 }).touched('handoff', other).about(caseId),
  });
  const witness = async () => {
    await log.sign();
    await gather.execute();
  };
  const issued = () => publishedEvents(log.database.worker, 'receipt.issued.v1');

  it('are issued for each step that counts, and verify with the policy alone', async () => {
    await log.did(
      { type: 'case.read' },
      step('handoff.request'),
      step('handoff.read'),
      step('handoff.accept', 'denied'),
      step('handoff.accept'),
      step('handoff.complete'),
      ...Array.from({ length: 300 }, () => ({ type: 'case.read' })),
    );
    await witness();
    expect(await issue.execute()).toBe(3);
    const events = await issued();
    expect(events.map(({ data }) => [data.handoffId, data.step, data.index])).toEqual([
      [handoff, 'handoff.request', 1],
      [handoff, 'handoff.accept', 4],
      [handoff, 'handoff.complete', 5],
    ]);
    for (const { data } of events) {
      const entry = Buffer.from(data.entry, 'base64');
      const proof = Buffer.from(data.proof, 'base64').toString('utf8');
      expect(verifyProof(nodeCrypto, log.policy, { entry, proof })).toMatchObject({
        ok: true,
        value: { index: BigInt(data.index), checkpoint: { size: 306n } },
      });
    }
  });

  it('wait until a quorum has seen the head, and come once', async () => {
    await log.did(step('handoff.accept'));
    await log.sign();
    expect(await issue.execute()).toBe(0);
    await gather.execute();
    expect(await issue.execute()).toBe(1);
    await log.did(step('handoff.complete'));
    await witness();
    expect(await issue.execute()).toBe(1);
    expect(await issue.execute()).toBe(0);
    expect((await issued()).map(({ data }) => data.index)).toEqual([0, 1]);
  });

  it('leave an entry of who was told what, under the same child; nothing when nobody was', async () => {
    await log.did(step('handoff.accept'));
    await witness();
    await issue.execute();
    await issue.execute();
    const entries = await publishedEntries(log.database.worker);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      type: 'receipt.issue',
      subject: [caseId],
      actor: { sub: 'system:audit' },
    });
  });

  it('are not piled up while the broker is away', async () => {
    await log.did(...Array.from({ length: 90 }, () => step('handoff.accept')));
    await witness();
    for (let run = 0; run < 9; run += 1) await issue.execute();
    expect(await issued()).toHaveLength(40);
    await log.database.worker.query('delete from outbox');
    for (let run = 0; run < 9; run += 1) await issue.execute();
    expect((await issued()).map(({ data }) => data.index)).toEqual(
      Array.from({ length: 40 }, (_, at) => 40 + at),
    );
  });
});
