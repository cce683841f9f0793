import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { approve } from '../domain/closure.js';
import { caseClosed } from '../domain/events.js';
import type { ClosureId } from '../domain/ids.js';
import { mayApprove, ruleOf } from '../domain/policy.js';
import { caseOfClosure, findClosure, saveApproval } from '../storage/closure.store.js';
import { closeCase, lockStanding } from '../storage/custody.store.js';
import { countOpenHandoffs } from '../storage/handoff.store.js';
import { planInForce } from '../storage/plan.store.js';

@Injectable()
export class ApproveClosure {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param seen version of the request that the approver had read. */
  execute(context: RequestContext, id: ClosureId, seen: number) {
    return this.uow.command(context, async (tx, act) => {
      const { actor, now } = context;
      act.trail.touched('closure', id, { version: seen });
      const caseId = await caseOfClosure(tx, id);
      if (caseId === undefined) return refuse('not-found');
      act.trail.about(caseId);
      // The case is locked before the closure is read: of two approvals at once the second sees the first.
      const standing = await lockStanding(tx, actor, caseId);
      const closure = await findClosure(tx, id);
      if (!standing || !closure) return refuse('not-found');
      act.trail.allowedBy(ruleOf(standing).policy);

      if (standing.basis !== 'custodian') return refuse('not-custodian');
      const second = mayApprove(actor, closure.requestedBy);
      if (!second.ok) return second;
      const readiness = {
        file: standing.file,
        hasPlan: (await planInForce(tx, caseId)) !== undefined,
        openHandoffs: await countOpenHandoffs(tx, caseId),
      };
      const decision = approve(closure, readiness, seen);
      if (!decision.ok) return decision;

      await saveApproval(tx, closure, { by: actor.subject, at: now });
      const ended = await closeCase(tx, caseId, now);
      act.announce(caseClosed(closure, now));
      for (const handoffId of ended) act.trail.touched('access', handoffId, { fields: ['endedAt'] });
      return done({
        id,
        caseId,
        status: 'approved' as const,
        version: closure.version + 1,
        closedAt: now.toISOString(),
      });
    });
  }
}
