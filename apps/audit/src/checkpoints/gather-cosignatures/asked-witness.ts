import type { Log } from '@rujukan/messaging';
import {
  nodeCrypto,
  openNote,
  parseNote,
  type NoteSignature,
  type PolicyMember,
  type VerifierKey,
} from '@rujukan/tlog';
import type { SignedHead } from '../../storage/cosigned.store.js';
import { askWitness } from './witness-call.js';

/** The proof that the log at `size` is the beginning of the newest head. */
export type ProofFrom = (size: bigint) => Promise<readonly Uint8Array[]>;

const mostQuestions = 3;
const longestRestMs = 60_000;
/** A head that does not move is cosigned anew: the time in a cosignature says until when the witness was looking. */
const refreshMs = 60_000;

/** One witness as this process knows it: how far it is, and whether it is worth asking now. */
export class AskedWitness {
  private seen = 0n;
  private cosigned: bigint | null = null;
  private cosignedAt = 0;
  private failures = 0;
  private restsUntil = 0;

  constructor(
    private readonly key: VerifierKey,
    private readonly url: string,
    private readonly log: Log,
  ) {}

  /** Only who has an address can be asked. */
  static of({ key, url }: PolicyMember, log: Log): AskedWitness[] {
    return url === undefined ? [] : [new AskedWitness(key, url, log)];
  }

  isDue(size: bigint): boolean {
    const now = performance.now();
    return now >= this.restsUntil && (this.cosigned !== size || now - this.cosignedAt > refreshMs);
  }

  /** @returns its cosignature, checked; null when it gave none. It then rests, longer each time. */
  async ask(head: SignedHead, proofFrom: ProofFrom): Promise<NoteSignature | null> {
    try {
      const signature = await this.converse(head, proofFrom);
      if (this.failures > 0)
        this.log.info({ key: this.key.name, attempts: this.failures }, 'a witness answers again');
      this.failures = 0;
      this.cosigned = head.size;
      this.cosignedAt = performance.now();
      return signature;
    } catch (error) {
      this.rest(error);
      return null;
    }
  }

  private async converse(head: SignedHead, proofFrom: ProofFrom): Promise<NoteSignature> {
    for (let question = 0; question < mostQuestions; question += 1) {
      const oldSize = this.seen;
      const proof = oldSize === 0n ? [] : await proofFrom(oldSize);
      const reply = await askWitness(this.url, { oldSize, proof, checkpoint: head.note });
      switch (reply.kind) {
        case 'cosigned': {
          const signature = this.signatureIn(head, reply.lines);
          this.seen = head.size;
          return signature;
        }
        case 'inconsistent':
          throw new Suspicious('a witness sees no proof that this log only grew');
        case 'elsewhere':
          if (reply.size === oldSize) throw new Suspicious('a witness saw another head of this size');
          if (reply.size > head.size) throw new Suspicious('a witness saw more of this log than there is');
          this.seen = reply.size;
      }
    }
    throw new Error('a witness gave another size each time');
  }

  private signatureIn(head: SignedHead, lines: string): NoteSignature {
    const added = parseNote(head.note + lines);
    const open = added && openNote(nodeCrypto, added, [this.key]);
    const found = open?.ok ? open.value.signedBy[0] : undefined;
    if (!found) throw new Error('a witness answered without its own signature');
    return found.signature;
  }

  private rest(error: unknown): void {
    this.failures += 1;
    const delayMs = Math.min(longestRestMs, 500 * 2 ** Math.min(this.failures, 10));
    this.restsUntil = performance.now() + delayMs;
    const facts = { err: error, key: this.key.name, attempt: this.failures, delayMs };
    if (error instanceof Suspicious) this.log.error({ ...facts, reason: error.message }, error.message);
    else if (this.failures === 1)
      this.log.warn(facts, 'a witness does not answer; logging goes on without it');
  }
}

/** Not an outage: what is said of the log itself. */
class Suspicious extends Error {}
