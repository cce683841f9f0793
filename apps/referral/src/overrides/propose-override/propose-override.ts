import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { overrideId, type CaseId } from '../../domain/ids.js';
import { propose, type Proposal } from '../../domain/overrides/override.js';
import { mayKeepConsents } from '../../domain/policy.js';
import { lockCase } from '../../storage/custody.store.js';
import { areAgencies } from '../../storage/directory.store.js';
import { insertOverride } from '../../storage/override.store.js';

/** Asks a second person of the own agency to let one handoff go out although somebody entitled said no. */
@Injectable()
export class ProposeOverride {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, caseId: CaseId, proposal: Proposal) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(caseId).allowedBy('custodian-overrides', proposal.basis);
      const mine = mayKeepConsents(actor, await lockCase(tx, caseId, actor.agencyId));
      if (!mine.ok) return mine;
      const { custody } = mine.value;
      if (custody.isClosed) return refuse('case-closed');
      if (!(await areAgencies(tx, [proposal.to]))) return refuse('unknown-agency');

      const birth = {
        id: overrideId(newId(now)),
        caseId,
        agencyId: custody.custodian,
        proposedBy: actor.subject,
      };
      const override = propose(birth, proposal, now);
      await insertOverride(tx, override);
      act.trail.touched('basis-override', override.id, { version: 1, fields: Object.keys(proposal) });
      return done({ id: override.id, status: override.status, version: override.version });
    });
  }
}
