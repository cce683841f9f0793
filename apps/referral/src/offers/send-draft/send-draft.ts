import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { factsOfHandoff } from '../../domain/audit-facts.js';
import { handoffRequested } from '../../domain/events.js';
import type { HandoffId } from '../../domain/ids.js';
import { mayRequest, mayTake } from '../../domain/policy.js';
import { send } from '../../domain/handoffs/request.js';
import { findGrounds } from '../../storage/consent.store.js';
import { lockForRequest } from '../../storage/custody.store.js';
import { startClocks } from '../../storage/handoff-clocks.store.js';
import { lockHandoff, saveBasis, saveHandoff } from '../../storage/handoff.store.js';
import { spendOverride } from '../../storage/override.store.js';

/** What was written down is sent: from now on the receiver knows of it, and its time runs. */
@Injectable()
export class SendDraft {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId, version: number) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.touched('handoff', id, { version, fields: ['status'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayTake('request', actor, found, version);
      if (!mine.ok) return mine;

      const { terms } = mine.value.handoff;
      act.trail.allowedBy('custodian-hands-off', terms.lawfulBasis.code);
      const { known, hasAccess, receiver } = await lockForRequest(
        tx,
        terms.caseId,
        { agency: actor.agencyId, now },
        terms,
      );
      const holder = mayRequest(actor, known, hasAccess, terms.custodyEpoch);
      if (!holder.ok) return holder;
      const grounds = await findGrounds(tx, terms.caseId);
      const sent = send(mine.value.handoff, { ...holder.value, grounds }, receiver, now);
      if (!sent.ok) return sent;

      const handoff = sent.value;
      act.trail.touched('handoff', id, { version, facts: factsOfHandoff(handoff) });
      await saveHandoff(tx, handoff, { act, at: now, by: terms.from });
      await saveBasis(tx, handoff);
      const { overrideId } = handoff.terms.lawfulBasis;
      if (overrideId) await spendOverride(tx, overrideId);
      await startClocks(tx, act, handoff, now);
      act.announce(handoffRequested(handoff));
      const { status } = handoff.progress;
      return done({ id, status, version: handoff.version, dueAt: handoff.terms.dueAt.toISOString() });
    });
  }
}
