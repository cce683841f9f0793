import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork, type Act } from '@rujukan/persistence';
import type { EntityManager } from 'typeorm';
import { custodianChanged, handoffMoved, rollbackProposed } from '../../domain/events.js';
import type { RejectionReason } from '../../domain/handoffs/handoff.js';
import { agencyId, type AgencyId } from '../../domain/ids.js';
import { mayTake } from '../../domain/policy.js';
import { rollBack, type Rollback } from '../../domain/custody/rollback.js';
import { moveCustody } from '../../storage/custody.store.js';
import type { StepAsk } from '../../storage/handoff-steps.js';
import { findHandoff } from '../../storage/handoff.finder.js';
import { lockHandoff, saveHandoff } from '../../storage/handoff.store.js';
import { inNameOf } from '../../storage/in-name-of.js';
import { closeRollback, openRollback } from '../../storage/rollback.store.js';
import { settleCustody } from '../../storage/settle.js';

/** A transfer was a mistake: when both agencies have signed, within a week, the case is back where it was. */
@Injectable()
export class SignRollback {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, { id, version }: StepAsk, reason: RejectionReason) {
    const { actor, now } = context;
    const by = agencyId(actor.agencyId ?? '');
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('both-sign').touched('handoff', id, { version, fields: ['rollback'] });
      const seen = await findHandoff(tx, id, actor.agencyId);
      if (seen) act.trail.about(seen.handoff.terms.caseId);
      const mine = mayTake('roll-back', actor, seen, version);
      if (!mine.ok) return mine;

      // Before the lock: only where there is a proposal may the old custodian look at custody.
      const proposal = await openRollback(tx, mine.value.handoff, { by, at: now, reason });
      if (!proposal) return refuse('already-signed');
      const found = await lockHandoff(tx, id);
      const still = mayTake('roll-back', actor, found, version);
      if (!still.ok) return still;
      const decision = rollBack(still.value, now);
      if (!decision.ok) return decision;

      const isSecond = proposal.proposedBy !== by;
      if (isSecond) await takeEffect({ tx, act, now }, decision.value, by);
      else if (proposal.isNew) act.announce(rollbackProposed(still.value.handoff, proposal));
      return done({ id, status: isSecond ? 'rolled-back' : 'proposed' });
    });
  }
}

interface Scene {
  readonly tx: EntityManager;
  readonly act: Act;
  readonly now: Date;
}

async function takeEffect(scene: Scene, { before, after, ended }: Rollback, by: AgencyId): Promise<void> {
  const { tx, act, now } = scene;
  const transfer = ended.terms.id;
  await inNameOf(tx, after.custodian, () => moveCustody(tx, after, { transfer, at: now }));
  await closeRollback(tx, transfer, { by, at: now });
  await saveHandoff(tx, ended, { act, at: now, by });
  act.announce(custodianChanged(before, after, { transfer, at: now }), handoffMoved(ended));
  act.trail
    .touched('custody', after.caseId, { version: after.epoch, fields: ['custodianAgencyId'] })
    .disclosed({ fromOrg: before.custodian, toOrg: after.custodian, receiptId: transfer });
  await settleCustody(scene, before, after);
}
