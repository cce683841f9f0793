import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { factsOfHandoff } from '../../domain/audit-facts.js';
import { handoffRejected } from '../../domain/events.js';
import { apply, reject, type RejectionReason } from '../../domain/handoffs/handoff.js';
import type { HandoffId } from '../../domain/ids.js';
import { mayAnswer } from '../../domain/policy.js';
import { sealTexts } from '../../storage/handoff-text.store.js';
import { lockHandoff, saveHandoff } from '../../storage/handoff.store.js';

export interface Rejection {
  readonly reason: RejectionReason;
  readonly note?: string;
}

/** The receiver declines and says why. What it saw of the child, it sees no longer. */
@Injectable()
export class RejectHandoff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: HandoffId, version: number, { reason, note }: Rejection) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail
        .allowedBy('receiver-answers')
        .touched('handoff', id, { version, fields: ['status', 'statusReason'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayAnswer(actor, found, version);
      if (!mine.ok) return mine;

      const decision = reject(mine.value.handoff, reason, now);
      if (!decision.ok) return decision;

      const handoff = apply(mine.value.handoff, decision.value);
      act.trail.touched('handoff', id, { version, facts: factsOfHandoff(handoff, reason) });
      const texts = await sealTexts(
        tx,
        this.sealer,
        handoff.terms,
        note === undefined ? {} : { reply: note },
      );
      await saveHandoff(tx, handoff, { act, at: now, by: handoff.terms.to, texts });
      act.announce(handoffRejected(handoff, reason));
      return done({ id, status: handoff.progress.status, version: handoff.version });
    });
  }
}
