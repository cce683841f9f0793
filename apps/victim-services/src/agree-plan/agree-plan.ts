import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { planAgreed } from '../domain/events.js';
import type { CaseId } from '../domain/ids.js';
import { agree, type Plan, type PlanDraft } from '../domain/plan.js';
import { mayLead, ruleOf } from '../domain/policy.js';
import { lockStanding } from '../storage/custody.store.js';
import { planInForce, savePlan } from '../storage/plan.store.js';

@Injectable()
export class AgreePlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  /** @param seen version of the plan that its author had read; 0 where there was none. */
  execute(context: RequestContext, caseId: CaseId, draft: PlanDraft, seen: number) {
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(caseId);
      const standing = await lockStanding(tx, context.actor, caseId);
      if (!standing) return refuse('not-found');
      act.trail.allowedBy(ruleOf(standing).policy);
      const lead = mayLead(standing);
      if (!lead.ok) return lead;

      const current = await planInForce(tx, caseId);
      const version = agree(current?.version ?? 0, seen);
      if (!version.ok) return version;

      const plan: Plan = {
        ...draft,
        id: current?.planId ?? newId(context.now),
        caseId,
        version: version.value,
        agencyId: lead.value.custodianAgencyId,
        agreedBy: context.actor.subject,
        agreedAt: context.now,
      };
      await savePlan(tx, this.sealer, plan);
      act.announce(planAgreed(plan));
      act.trail.touched('plan', plan.id, { version: plan.version, fields: Object.keys(draft) });
      return done({ id: plan.id, caseId, version: plan.version, agreedAt: plan.agreedAt.toISOString() });
    });
  }
}
