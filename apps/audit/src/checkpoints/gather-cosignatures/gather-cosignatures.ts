import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { Log } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import {
  addSignatures,
  consistencyProof,
  formatNote,
  nodeCrypto,
  parseNote,
  trustCheckpoint,
  type NoteSignature,
  type Policy,
} from '@rujukan/tlog';
import { newestCheckpoint, saveCosigned, type SignedHead } from '../../storage/cosigned.store.js';
import { tilesIn } from '../../storage/tree.store.js';
import { AskedWitness } from './asked-witness.js';
import { LOG, POLICY } from './gather.tokens.js';

const declared: DeclaredAct = { type: 'checkpoint.cosign', action: 'U', purpose: 'audit' };

/**
 * Asks each witness of the policy for its cosignature of the newest head, all at once, and keeps the head with them as
 * soon as they are enough. A witness that does not answer holds up nothing: not the log, not the others.
 */
@Injectable()
export class GatherCosignatures {
  private readonly witnesses: readonly AskedWitness[];
  /** Of the newest head; kept in the table only when they are enough. */
  private signatures: NoteSignature[] = [];
  private size = -1n;
  private keeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: DataSource,
    @Inject(POLICY) private readonly policy: Policy | null,
    @Inject(LOG) log: Log,
  ) {
    this.witnesses = (policy?.witnesses ?? []).flatMap((witness) => AskedWitness.of(witness, log));
  }

  async execute(): Promise<void> {
    if (this.witnesses.length === 0) return;
    const head = await newestCheckpoint(this.database);
    if (!head) return;
    if (head.size !== this.size) {
      this.size = head.size;
      this.signatures = [];
    }
    const due = this.witnesses.filter((witness) => witness.isDue(head.size));
    const proofFrom = this.proofsTo(head.size);
    await Promise.all(
      due.map(async (witness) => {
        const signature = await witness.ask(head, proofFrom);
        if (signature) await this.keepInTurn(head, signature);
      }),
    );
  }

  /** Two witnesses that are equally far get one proof. */
  private proofsTo(size2: bigint) {
    const known = new Map<bigint, Promise<Uint8Array[]>>();
    return (size1: bigint): Promise<Uint8Array[]> => {
      const proof =
        known.get(size1) ?? consistencyProof(nodeCrypto.sha256, { size1, size2 }, tilesIn(this.database));
      known.set(size1, proof);
      return proof;
    };
  }

  /** One after the other, so that what is kept last has all of them. */
  private keepInTurn(head: SignedHead, signature: NoteSignature): Promise<void> {
    const kept = this.keeping.then(() => this.keep(head, signature));
    this.keeping = kept.catch(() => undefined);
    return kept;
  }

  private async keep(head: SignedHead, signature: NoteSignature): Promise<void> {
    this.signatures = [...this.signatures.filter(({ keyId }) => keyId !== signature.keyId), signature];
    const cosigned = formatNote(addSignatures(parseNote(head.cosigned ?? head.note)!, this.signatures));
    if (!this.policy || !trustCheckpoint(nodeCrypto, this.policy, cosigned).ok) return;
    await this.unitOfWork.timer(declared, (tx) => saveCosigned(tx, head.size, cosigned));
  }
}
