import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import { UnitOfWork, type Act } from '@rujukan/persistence';
import { formatProof, inclusionProof, nodeCrypto } from '@rujukan/tlog';
import { provenSteps, receiptIssued } from '../../domain/events.js';
import { newestWitnessed } from '../../storage/cosigned.store.js';
import {
  countWaiting,
  entriesOf,
  nextToProve,
  provenUpTo,
  type StepEntry,
} from '../../storage/receipt.store.js';
import { tilesIn } from '../../storage/tree.store.js';

const declared: DeclaredAct = { type: 'receipt.issue', action: 'R', purpose: 'audit' };

/** Of one run; and no more than these wait in the outbox, so that what the relay sends at once stays small. */
const batchSize = 20;
const mostWaiting = 40;

/** Hands each step of a handoff, once a witnessed head covers it, to whoever keeps receipts: the entry and its proof. */
@Injectable()
export class IssueReceipts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many were issued. */
  execute(): Promise<number> {
    return this.unitOfWork.timer(declared, async (tx, act) => {
      const [from, head] = [await nextToProve(tx), await newestWitnessed(tx)];
      if (!head || from >= Number(head.size) || (await countWaiting(tx)) >= mostWaiting) return 0;
      const range = { from, to: Number(head.size), types: provenSteps, limit: batchSize };
      const entries = await entriesOf(tx, range);
      for (const entry of entries) await this.issue(tx, act, { entry, head });
      await provenUpTo(tx, entries.length < batchSize ? range.to : entries.at(-1)!.index + 1);
      return entries.length;
    });
  }

  private async issue(
    tx: EntityManager,
    act: Act,
    { entry, head }: { entry: StepEntry; head: { size: bigint; cosigned: string } },
  ): Promise<void> {
    const { id, entity, subject } = JSON.parse(entry.bytes.toString('utf8')) as {
      readonly id: string;
      readonly entity: readonly { readonly type: string; readonly id: string }[];
      readonly subject: readonly string[];
    };
    const handoff = entity.find(({ type }) => type === 'handoff');
    if (!handoff) return;
    const index = BigInt(entry.index);
    const hashes = await inclusionProof(nodeCrypto.sha256, { index, size: head.size }, tilesIn(tx));
    const proof = formatProof({ index, hashes, checkpoint: head.cosigned });
    act.announce(receiptIssued(handoff.id, { ...entry, proof }));
    act.trail.touched('audit-entry', id).about(...subject);
  }
}
