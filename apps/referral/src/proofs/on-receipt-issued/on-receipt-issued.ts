import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { handoffId } from '../../domain/ids.js';
import { keepersOf } from '../../domain/proofs/receipt.js';
import { findParties, keepProof } from '../../storage/proof.store.js';

const declared: DeclaredAct = { type: 'receipt.keep', action: 'C', purpose: 'audit' };

/** A step of a handoff is witnessed: each of its agencies that may know of it gets a copy of the proof. */
@Injectable()
export class OnReceiptIssued {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'receipt.issued.v1'>): Promise<void> {
    const { step, index, entry, proof } = event.data;
    const id = handoffId(event.data.handoffId);
    const parties = await findParties(tx, id);
    if (!parties) return; // an offer that its sender drafted and that never became a row
    await this.uow.consequence(tx, event, declared, async (act) => {
      const kept = {
        index,
        step,
        entry: Buffer.from(entry, 'base64'),
        proof: Buffer.from(proof, 'base64').toString('utf8'),
      };
      await keepProof(tx, id, kept, { keepers: keepersOf(step, parties), at: event.time });
      act.trail.about(parties.caseId).touched('receipt', id, { fields: ['entry', 'proof'] });
    });
  }
}
