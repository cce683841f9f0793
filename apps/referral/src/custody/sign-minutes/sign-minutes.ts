import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { sign, type Handover } from '../../domain/custody/minutes.js';
import { agencyId, type HandoffId } from '../../domain/ids.js';
import { sideOf } from '../../domain/policy.js';
import { findHandoff } from '../../storage/handoff.finder.js';
import { findMinutes, insertMinutes, saveSecondSignature } from '../../storage/minutes.store.js';

/** Both agencies of a transfer sign what was handed over and when, each in an act of its own. */
@Injectable()
export class SignMinutes {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId, handover: Handover) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('both-sign').touched('handoff', id, { fields: ['minutes'] });
      const found = await findHandoff(tx, id, actor.agencyId);
      if (!found || !sideOf(actor, found.handoff)) return refuse('not-found');
      const { handoff } = found;
      act.trail.about(handoff.terms.caseId);

      const signature = { agency: agencyId(actor.agencyId ?? ''), by: actor.subject, at: now };
      const written = await findMinutes(tx, id, 'for update');
      const signed = sign(handoff, written, handover, signature);
      if (!signed.ok) return signed;
      if (written) await saveSecondSignature(tx, id, signature);
      // The other signed at this very moment: whoever asks again finds what it signed.
      else if (!(await insertMinutes(tx, handoff, signed.value))) return refuse('minutes-differ');
      return done({ id, status: written ? 'signed-by-both' : 'signed-by-one' });
    });
  }
}
