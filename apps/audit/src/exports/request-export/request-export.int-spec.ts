import { createHash, randomUUID } from 'node:crypto';
import { publishedEntries, testClock, type ContextOptions } from '@rujukan/testing';
import { Trail } from '@rujukan/audit-trail';
import { Cursors } from '@rujukan/http';
import { UnitOfWork } from '@rujukan/persistence';
import { nodeCrypto, parseProof, verifyProof } from '@rujukan/tlog';
import { GatherCosignatures } from '../../checkpoints/gather-cosignatures/gather-cosignatures.js';
import type { Criteria } from '../../domain/criteria.js';
import { auditor } from '../../storage/fixtures/a-log.js';
import { unpacked } from '../../storage/fixtures/a-package.js';
import { aSignedLog, type SignedLog } from '../../storage/fixtures/a-signed-log.js';
import { ApproveExport } from '../approve-export/approve-export.js';
import { DownloadExport } from '../download-export/download-export.query.js';
import { GetExport } from '../get-export/get-export.query.js';
import { ListExports } from '../list-exports/list-exports.query.js';
import { MakeExport } from '../make-export/make-export.js';
import { PurgeExports } from '../purge-exports/purge-exports.js';
import { SealExport } from '../seal-export/seal-export.js';
import { RequestExport } from './request-export.js';

jest.setTimeout(60_000);

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
const [one, other] = ['0195718e-5a00-7000-8000-0000000000c1', '0195718e-5a00-7000-8000-0000000000c2'];
const by = (act: string, more: Partial<ContextOptions> = {}) =>
  auditor({ act: { type: act, action: 'C', purpose: 'audit' }, ...more });

describe('an evidence package', () => {
  const clock = testClock();
  let log: SignedLog;
  let uow: UnitOfWork;
  let worker: UnitOfWork;
  let gather: GatherCosignatures;

  beforeEach(async () => {
    log = await aSignedLog();
    uow = log.unitOfWork;
    worker = new UnitOfWork(log.database.worker, 'audit', clock);
    gather = new GatherCosignatures(worker, log.database.worker, log.policy, silent);
    const read = (caseId: string) => ({
      type: 'case.read',
      action: 'R' as const,
      trail: new Trail().touched('case', caseId).about(caseId),
    });
    await log.did(...Array.from({ length: 300 }, (_, at) => read(at % 3 === 0 ? one : other)));
  });
  afterEach(() => log.close());

  const enclosed = { policy: Buffer.from('policy'), verifier: Buffer.from('verifier') };
  const make = () => new MakeExport(worker, log.database.worker, enclosed).execute();
  const seal = () => new SealExport(worker).execute();
  const asks = async (criteria: Criteria, more: Partial<ContextOptions> = {}) =>
    new RequestExport(uow).execute(by('export.create', more), 'court', criteria);
  const asked = async (criteria: Criteria, more: Partial<ContextOptions> = {}) => {
    const answer = await asks(criteria, more);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;
  };
  const stateOf = async (id: string) => {
    const found = await new GetExport(uow).execute(by('export.read'), id);
    return found.ok ? found.value : found.reason;
  };
  const witness = async () => {
    await log.sign();
    await gather.execute();
  };
  /** What the service itself did goes the way of every entry. */
  const takeOwnEntry = async (id: string) => {
    const entries = await publishedEntries(log.database.worker);
    const found = await stateOf(id);
    const facts = { manifest: typeof found === 'string' ? found : found.manifest! };
    expect(entries.find(({ type }) => type === 'export.make')!.entity).toEqual([
      { type: 'export', id, facts },
    ]);
    await log.did({ type: 'export.make', trail: new Trail().touched('export', id, { facts }) });
  };
  const ready = async (criteria: Criteria) => {
    const { id } = await asked(criteria);
    await witness();
    expect(await make()).toBe(true);
    await takeOwnEntry(id);
    await witness();
    expect(await seal()).toBe(true);
    return id;
  };
  const download = async (id: string) => {
    const file = await new DownloadExport(uow).execute(by('export.download'), id);
    if (!file.ok) return file;
    const parts: Buffer[] = [];
    for await (const part of file.value.parts) parts.push(part);
    return { bytes: file.value.bytes, archive: Buffer.concat(parts) };
  };

  it('holds every entry of the case with its proof, under a head that witnesses saw', async () => {
    const id = await ready({ case: one });
    const file = await download(id);
    if (!('archive' in file)) throw new Error(file.reason);
    expect(file.archive).toHaveLength(file.bytes);
    const folder = unpacked(file.archive);
    const manifestBytes = folder.read('manifest.json');
    const manifest = JSON.parse(manifestBytes.toString()) as {
      files: Record<string, string>;
      entries: object;
    };
    expect(manifest).toMatchObject({ export: id, reason: 'court', criteria: ['case'], approvedBy: null });
    expect(manifest.entries).toEqual({ count: 100, first: 0, last: 297, below: 300 });
    for (const [name, hash] of Object.entries(manifest.files))
      expect([name, createHash('sha256').update(folder.read(name)).digest('hex')]).toEqual([name, hash]);
    const lines = folder.read('entries.ndjson').toString().trim().split('\n');
    expect(lines).toHaveLength(100);
    for (const line of lines) {
      const [, seq, entry] = /^\{"seq":(\d+),"entry":(.*)\}$/.exec(line)!;
      const proof = folder.read(`proofs/${seq}.tlog-proof`).toString();
      expect(Buffer.from(parseProof(proof)!.extra!).toString()).toBe(entry);
      const verified = verifyProof(nodeCrypto, log.policy, { entry: Buffer.from(entry!), proof });
      expect(verified).toMatchObject({ ok: true, value: { index: BigInt(seq!) } });
    }
    const proof = folder.read('manifest.tlog-proof').toString();
    const entry = Buffer.from(parseProof(proof)!.extra!);
    expect(verifyProof(nodeCrypto, log.policy, { entry, proof })).toMatchObject({ ok: true });
    expect(entry.toString()).toContain(createHash('sha256').update(manifestBytes).digest('hex'));
    expect(folder.read('ringkasan.html').toString()).toContain('membaca berkas kasus');
    expect(folder.names.at(-1)).toBe('manifest.tlog-proof');
    expect(await stateOf(id)).toMatchObject({ status: 'ready', entries: 100, entriesDone: 100 });
    folder.remove();
  });

  it('waits for a second person where it is about more than one case', async () => {
    const subject = randomUUID();
    const { id, status } = await asked({ type: 'case.read' }, { subject });
    expect(status).toBe('waiting');
    await witness();
    expect(await make()).toBe(false);
    const approves = (who: string) =>
      new ApproveExport(uow).execute(
        by('export.approve', { subject: who, roles: ['oversight-commissioner'] }),
        id,
      );
    expect(await approves(subject)).toMatchObject({ reason: 'same-person' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => approves(randomUUID())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await approves(randomUUID())).toMatchObject({ reason: 'export-not-waiting' });
    expect(await make()).toBe(true);
    expect(await stateOf(id)).toMatchObject({ status: 'made', entriesDone: 300 });
  });

  it('is not made before witnesses saw what it is about, and not handed out before it is sealed', async () => {
    const { id } = await asked({ case: one });
    await log.sign();
    expect(await make()).toBe(false);
    await gather.execute();
    expect(await make()).toBe(true);
    expect(await seal()).toBe(false);
    expect(await download(id)).toMatchObject({ reason: 'export-not-ready' });
    await takeOwnEntry(id);
    expect(await seal()).toBe(false);
    await witness();
    expect(await seal()).toBe(true);
    expect(await seal()).toBe(false);
  });

  it('is of what the log held when it was asked for', async () => {
    const { id, entries } = await asked({ case: one });
    await log.did({ type: 'case.read', trail: new Trail().about(one) });
    await witness();
    await make();
    expect([entries, await stateOf(id)]).toMatchObject([100, { entriesDone: 100 }]);
  });

  it('of nothing is refused, and so is one that there is not', async () => {
    expect(await asks({ case: randomUUID() })).toMatchObject({ reason: 'export-empty' });
    expect(await stateOf(randomUUID())).toBe('not-found');
    expect(await download(randomUUID())).toMatchObject({ reason: 'not-found' });
    expect(await new ApproveExport(uow).execute(by('export.approve'), randomUUID())).toMatchObject({
      reason: 'not-found',
    });
  });

  it('lies ready for a week; then only who asked for it stays', async () => {
    const id = await ready({ case: one });
    const purge = (days: number) =>
      new PurgeExports(
        new UnitOfWork(
          log.database.worker,
          'audit',
          testClock(new Date(clock.now().getTime() + days * 86_400_000)),
        ),
      ).execute();
    expect(await purge(6)).toBe(0);
    expect(await purge(8)).toBe(1);
    expect(await download(id)).toMatchObject({ reason: 'export-purged' });
    expect(await log.database.worker.query('select from audit_export_part')).toHaveLength(0);
    const page = await new ListExports(uow, new Cursors(Buffer.alloc(32, 1))).execute(by('export.list'), {
      limit: 5,
    });
    expect(page).toMatchObject({ value: { items: [{ id, status: 'purged', reason: 'court' }] } });
  });

  it('is asked for once by the same request, and leaves entries under the child', async () => {
    const again = { idempotencyKey: randomUUID(), subject: randomUUID() };
    const { id } = await asked({ case: one }, again);
    expect(await asks({ case: one }, again)).toMatchObject({ replayed: true, value: { id } });
    const [entry] = await publishedEntries(log.database.worker);
    expect(entry).toMatchObject({
      type: 'export.create',
      subject: [one],
      entity: [
        { type: 'audit-log', fields: ['case'] },
        { type: 'export', id, facts: { why: 'court', isApprovalNeeded: false } },
      ],
    });
  });
});
