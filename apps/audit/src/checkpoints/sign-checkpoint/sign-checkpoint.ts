import { done, refuse, type Clock, type Outcome } from '@rujukan/kernel';
import {
  consistencyProof,
  equalBytes,
  formatCheckpoint,
  nodeCrypto,
  rootAt,
  signNote,
  TileMissing,
  verifyConsistency,
  type NoteSigner,
  type WitnessedHead,
  type WitnessStore,
} from '@rujukan/tlog';
import { confirm, publish, readLog, type LogSeen, type TreeHead } from '../../storage/checkpoint.store.js';
import { tilesIn, type Queries } from '../../storage/tree.store.js';

const { sha256 } = nodeCrypto;
const confirmAfterMs = 60_000;

/** Why nothing is signed. Each of them means that somebody must look: the log, or this signer's memory, is not what it was. */
export type SignerRefusal =
  /** The log has fewer entries than were signed: an old backup was played back. */
  | 'log-shorter'
  /** The tree does not continue the one that was signed. */
  | 'log-forked'
  /** The tiles do not make the root that the sequencer wrote, or one is missing. */
  | 'tiles-differ'
  /** More was published than this signer remembers: its memory is lost, or older than what it signed. */
  | 'memory-behind'
  /** A head was published that is not the one that was signed. */
  | 'published-otherwise';

export type Signed = 'signed' | 'confirmed' | 'nothing-new';

export interface SignerOptions {
  readonly database: Queries;
  /** What was signed before, where the database does not reach. */
  readonly heads: WitnessStore;
  readonly origin: string;
  /** Several while one key takes over from another. */
  readonly signers: readonly NoteSigner[];
  readonly clock: Clock;
}

/**
 * Signs the head of the log, if it continues the head that was signed last, and publishes it. The order is what matters:
 * verify, sign, remember durably, publish. Whoever dies in between has signed nothing that is not remembered, and the next
 * run publishes what was.
 */
export class SignCheckpoint {
  constructor(private readonly options: SignerOptions) {}

  async execute(): Promise<Outcome<Signed, SignerRefusal>> {
    const { database, heads, origin } = this.options;
    const last = await heads.latest(origin);
    const seen = await readLog(database);
    const refusal = refusalOf(last, seen);
    if (refusal) return refuse(refusal);
    if (this.isSettled(last, seen)) return done('nothing-new');
    const fault = await this.faultOf(last, seen.tree);
    if (fault) return refuse(fault);
    if (last && seen.published?.size !== last.size) {
      const published = await this.publish(last);
      if (!published.ok) return published;
    }
    return last?.size === seen.tree.size ? this.confirm(last) : this.sign(last, seen.tree);
  }

  /** The log is as it was signed, and that was looked at less than a minute ago. */
  private isSettled(last: WitnessedHead | null, { tree, published }: LogSeen): boolean {
    if (last?.size !== tree.size || published?.size !== tree.size) return false;
    const age = this.options.clock.wall().getTime() - published.confirmed.getTime();
    return age < confirmAfterMs && equalBytes(last.root, tree.root);
  }

  private async sign(last: WitnessedHead | null, tree: TreeHead): Promise<Outcome<Signed, SignerRefusal>> {
    const { heads, origin, signers } = this.options;
    const note = signNote(formatCheckpoint({ origin, ...tree }), ...signers);
    const next = { ...tree, note };
    if (!(await heads.advance(origin, last?.size ?? 0n, next))) return refuse('memory-behind');
    const published = await this.publish(next);
    return published.ok ? done('signed') : published;
  }

  /** The heartbeat: the head of a quiet log is said to be still the newest. */
  private async confirm({ size }: WitnessedHead): Promise<Outcome<Signed, never>> {
    await confirm(this.options.database, size, this.options.clock.wall());
    return done('confirmed');
  }

  private async publish(head: WitnessedHead): Promise<Outcome<null, 'published-otherwise'>> {
    const { database, clock } = this.options;
    return (await publish(database, head, clock.wall())) ? done(null) : refuse('published-otherwise');
  }

  private async faultOf(last: WitnessedHead | null, { size, root }: TreeHead) {
    const tiles = tilesIn(this.options.database);
    try {
      if (!equalBytes(await rootAt(sha256, size, tiles), root)) return 'tiles-differ';
      if (!last || last.size === 0n) return undefined;
      const proof = await consistencyProof(sha256, { size1: last.size, size2: size }, tiles);
      const claim = { size1: last.size, size2: size, root1: last.root, root2: root, proof };
      return verifyConsistency(sha256, claim) ? undefined : 'log-forked';
    } catch (error) {
      if (error instanceof TileMissing) return 'tiles-differ';
      throw error;
    }
  }
}

function refusalOf(last: WitnessedHead | null, { tree, published }: LogSeen): SignerRefusal | undefined {
  const remembered = last?.size ?? -1n;
  if (published && published.size > remembered) return 'memory-behind';
  if (published?.size === remembered && published.note !== last?.note) return 'published-otherwise';
  return tree.size < remembered ? 'log-shorter' : undefined;
}
