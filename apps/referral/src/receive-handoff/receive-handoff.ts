import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { handoffReceived } from '../domain/events.js';
import { apply, receive } from '../domain/handoff.js';
import type { HandoffId } from '../domain/ids.js';
import { mayAnswer } from '../domain/policy.js';
import { lockHandoff, saveHandoff } from '../storage/handoff.store.js';

/** The receiving agency confirms that it has the handoff. The clock of its answer runs on. */
@Injectable()
export class ReceiveHandoff {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId, version: number) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('receiver-answers').touched('handoff', id, { version, fields: ['status'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayAnswer(actor, found, version);
      if (!mine.ok) return mine;

      const decision = receive(mine.value.handoff);
      if (!decision.ok) return decision;

      const handoff = apply(mine.value.handoff, decision.value);
      await saveHandoff(tx, handoff, { act, at: now, by: handoff.terms.to });
      act.announce(handoffReceived(handoff));
      return done({ id, status: handoff.progress.status, version: handoff.version });
    });
  }
}
