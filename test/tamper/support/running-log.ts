import { rmSync } from 'node:fs';
import { DataSource, type QueryRunner } from 'typeorm';
import { testClock } from '@rujukan/testing';
import { UnitOfWork } from '@rujukan/persistence';
import {
  bundlesOf,
  encodeBundle,
  formatProof,
  formatVerifierKey,
  inclusionProof,
  nodeCrypto,
  noteSigner,
  parsePolicy,
  tilePath,
  tileWidth,
  type Policy,
} from '@rujukan/tlog';
import { GatherCosignatures } from '../../../apps/audit/src/checkpoints/gather-cosignatures/gather-cosignatures.js';
import { aLog, type TestLog } from '../../../apps/audit/src/storage/fixtures/a-log.js';
import { aSigner, origin, type TestSigner } from '../../../apps/audit/src/storage/fixtures/a-signer.js';
import { aWitness } from '../../../apps/audit/src/storage/fixtures/a-witness.js';
import { tilesIn, type Queries } from '../../../apps/audit/src/storage/tree.store.js';
import { aFolder, type Folder } from '../../../libs/audit-verify/src/fixtures/a-log.js';
import { keyOf } from './honest-log.js';
import { askAll, watch, type Found } from './verifiers.js';

/** When everything happens, and half a minute later somebody looks. */
const lookedAt = '2026-03-07T20:00:30.000Z';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The log in a real database with the parts that run over it: sequencer, signer, witnesses, readers. */
export class RunningLog {
  readonly folder = aFolder();
  readonly readers = aFolder();
  #receipt = 0;

  private constructor(
    readonly log: TestLog,
    readonly signer: TestSigner,
    /** As whoever may do everything with the database. */
    readonly superuser: DataSource,
    private readonly witnesses: readonly Awaited<ReturnType<typeof aWitness>>[],
  ) {}

  static async start(): Promise<RunningLog> {
    const log = await aLog();
    const signer = await aSigner(log, [noteSigner(nodeCrypto, origin, keyOf('log'))]);
    const witnesses = await Promise.all(
      ['uptd', 'plat', 'polda'].map((name) => aWitness(`${name}.example/witness`)),
    );
    for (const { known } of witnesses) known.push(signer.signers[0]!.key);
    const url = new URL(log.database.urls.owner);
    url.searchParams.delete('options');
    const superuser = new DataSource({ type: 'postgres', url: url.href, applicationName: 'test-superuser' });
    const running = new RunningLog(log, signer, await superuser.initialize(), witnesses);
    running.readers.write('policy', running.policyText);
    return running;
  }

  /** Services do so many things more, and two of them take turns in telling. */
  async grows(count: number): Promise<void> {
    const acts = Array.from({ length: count }, (_, at) => ({
      type: 'case.read',
      src: at % 2 === 0 ? 'intake' : 'referral',
    }));
    await this.log.did(...acts);
  }

  /** The signer looks at the log, and a worker that was just started asks the witnesses. @returns what the signer did. */
  async publish(signer: TestSigner = this.signer): Promise<string> {
    const outcome = await signer.sign.execute();
    await this.gather();
    return outcome.ok ? outcome.value : outcome.reason;
  }

  gather(): Promise<void> {
    const { worker } = this.log.database;
    const unitOfWork = new UnitOfWork(worker, 'audit', testClock());
    return new GatherCosignatures(unitOfWork, worker, this.#policy(), silent).execute();
  }

  /** The readers get the log as it is now, keep its head and a receipt of one entry; the monitor remembers it. */
  async readersSee(index: number): Promise<Found> {
    await this.export();
    this.#receipt = index;
    const head = this.folder.read('checkpoint');
    const size = BigInt(head.split('\n')[1]!);
    const hashes = await inclusionProof(
      nodeCrypto.sha256,
      { index: BigInt(index), size },
      tilesIn(this.superuser),
    );
    this.readers.write('kept', head);
    this.readers.write('receipt.tlog-proof', formatProof({ index: BigInt(index), hashes, checkpoint: head }));
    return watch(this, lookedAt);
  }

  /** Asks all verifiers about the log as the database shows it. */
  async asked(database?: Queries): Promise<Record<string, Found>> {
    await this.export(database);
    return askAll(this, this.#receipt, lookedAt);
  }

  /** Does something as a superuser whom no trigger stops. */
  async attack(work: (database: QueryRunner) => Promise<unknown>): Promise<void> {
    await this.#asSuperuser(work, 'commit');
  }

  /** The same, and what the verifiers say of it; then nothing happened. */
  async wouldFind(work: (database: QueryRunner) => Promise<unknown>): Promise<Record<string, Found>> {
    const state = this.readers.read('state');
    let found: Record<string, Found> = {};
    await this.#asSuperuser(async (database) => {
      await work(database);
      found = await this.asked(database);
    }, 'rollback');
    this.readers.write('state', state);
    return found;
  }

  async close(): Promise<void> {
    for (const witness of this.witnesses) witness.close();
    await this.superuser.destroy();
    await this.signer.close();
    await this.log.close();
    this.folder.remove();
    this.readers.remove();
  }

  /** Writes what stands in the database as docs/audit-export.md says, without a look at whether it is true. */
  private async export(database: Queries = this.superuser): Promise<void> {
    emptied(this.folder);
    const heads = await database.query<{ size: string; note: string; cosigned: string | null }[]>(
      'select size, note, cosigned from log_checkpoint order by log_checkpoint.size',
    );
    const newest = heads.pop();
    if (!newest) return;
    this.folder.write('checkpoint', newest.cosigned ?? newest.note);
    for (const { size, cosigned } of heads) if (cosigned) this.folder.write(`checkpoints/${size}`, cosigned);
    await this.#exportTree(database, BigInt(newest.size));
  }

  async #exportTree(database: Queries, size: bigint): Promise<void> {
    const tiles = await database.query<{ level: number; idx: string; width: number; hashes: Buffer }[]>(
      'select level, idx, width, hashes from log_tile',
    );
    for (const { idx, hashes, ...tile } of tiles)
      this.folder.write(tilePath({ ...tile, index: BigInt(idx) }), hashes);
    const rows = await database.query<{ seq: number; bytes: Buffer }[]>(
      'select seq::int, bytes from audit_body order by audit_body.seq',
    );
    for (const ref of bundlesOf(size)) {
      const first = Number(ref.index) * tileWidth;
      const entries = rows.filter(({ seq }) => seq >= first && seq < first + ref.width);
      if (entries.length > 0)
        this.folder.write(tilePath(ref), encodeBundle(entries.map(({ bytes }) => bytes)));
    }
  }

  async #asSuperuser(work: (database: QueryRunner) => Promise<unknown>, end: 'commit' | 'rollback') {
    const session = this.superuser.createQueryRunner();
    try {
      await session.query('begin');
      await session.query('set local session_replication_role = replica');
      await work(session);
      await session.query(end);
    } finally {
      await session.release();
    }
  }

  private get policyText(): string {
    return [
      `log ${formatVerifierKey(this.signer.signers[0]!.key)}`,
      ...this.witnesses.map(({ vkey, url }, at) => `witness w${at + 1} ${vkey} ${url}`),
      'group agencies 2 w1 w2 w3',
      'quorum agencies',
      '',
    ].join('\n');
  }

  #policy(): Policy {
    const policy = parsePolicy(nodeCrypto.sha256, Buffer.from(this.policyText));
    if (!policy.ok) throw new Error(JSON.stringify(policy));
    return policy.value;
  }
}

function emptied({ path }: Folder): void {
  for (const name of ['checkpoint', 'checkpoints', 'tile'])
    rmSync(`${path}/${name}`, { recursive: true, force: true });
}
