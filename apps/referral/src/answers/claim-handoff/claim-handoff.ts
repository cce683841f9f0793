import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { claim } from '../../domain/handoffs/desk.js';
import type { HandoffId } from '../../domain/ids.js';
import { atDesk } from '../../domain/policy.js';
import { lockHandoff, saveClaim } from '../../storage/handoff.store.js';

/** A worker of the receiving agency takes it from the desk, so that colleagues see who is on it. */
@Injectable()
export class ClaimHandoff {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId) {
    const { actor } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('receiver-claims').touched('handoff', id, { fields: ['claimedBy'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const ours = atDesk(actor, found);
      if (!ours.ok) return ours;
      const claimed = claim(ours.value, actor.subject);
      if (!claimed.ok) return claimed;
      await saveClaim(tx, claimed.value);
      return done({ id, claimedBy: actor.subject });
    });
  }
}
