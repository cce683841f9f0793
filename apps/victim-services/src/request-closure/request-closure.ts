import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { request, type Closure, type ClosureReason } from '../domain/closure.js';
import { closureRequested } from '../domain/events.js';
import { closureId, type CaseId } from '../domain/ids.js';
import { mayLead, ruleOf } from '../domain/policy.js';
import { insertClosure, latestClosure } from '../storage/closure.store.js';
import { lockStanding } from '../storage/custody.store.js';
import { countOpenHandoffs } from '../storage/handoff.store.js';
import { planInForce } from '../storage/plan.store.js';

interface Asked {
  readonly reason: ClosureReason;
  readonly note?: string | undefined;
}

@Injectable()
export class RequestClosure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, caseId: CaseId, asked: Asked) {
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(caseId);
      const standing = await lockStanding(tx, context.actor, caseId);
      if (!standing) return refuse('not-found');
      act.trail.allowedBy(ruleOf(standing).policy);
      const lead = mayLead(standing);
      if (!lead.ok) return lead;

      const readiness = {
        file: lead.value,
        hasPlan: (await planInForce(tx, caseId)) !== undefined,
        openHandoffs: await countOpenHandoffs(tx, caseId),
      };
      const hasPending = (await latestClosure(tx, caseId))?.closure.status === 'requested';
      const decision = request(asked, readiness, hasPending);
      if (!decision.ok) return decision;

      const closure: Closure = {
        id: closureId(newId(context.now)),
        caseId,
        agencyId: lead.value.custodianAgencyId,
        reason: asked.reason,
        status: 'requested',
        requestedBy: context.actor.subject,
        requestedAt: context.now,
        version: 1,
      };
      await insertClosure(tx, closure, { text: asked.note, sealer: this.sealer });
      act.announce(closureRequested(closure));
      act.trail.touched('closure', closure.id, { version: 1, fields: Object.keys(asked) });
      return done({
        id: closure.id,
        caseId,
        status: closure.status,
        reason: closure.reason,
        version: closure.version,
        requestedAt: closure.requestedAt.toISOString(),
      });
    });
  }
}
