import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { findClocksOf, referenceOf, viewOf } from '@rujukan/clockwork';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { CaseId } from '../../domain/ids.js';
import { mayReadCustody } from '../../domain/policy.js';
import { findCase } from '../../storage/custody.store.js';

/** All clocks around a case for its custodian; whoever works on it under a referral sees its own. */
@Injectable()
export class ListCaseClocks {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId) {
    const { actor, now } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.touched('custody', id, { fields: ['clocks'] }).about(id);
      const { known, hasAccess } = await findCase(tx, id, actor.agencyId);
      if (!known || !mayReadCustody(actor, known.custody, hasAccess)) return refuse('not-found');
      const isCustodian = known.custody.custodian === actor.agencyId;
      act.trail.allowedBy(isCustodian ? 'custody' : 'accepted-referral');
      const all = await findClocksOf(tx, { caseId: id });
      const shown = all.filter(
        ({ clock }) => isCustodian || [clock.agencyId, clock.awaitedBy].includes(actor.agencyId ?? ''),
      );
      return done({
        items: shown.map(({ clock }) => ({ ...viewOf(clock, now), ...referenceOf(clock, actor.agencyId) })),
      });
    });
  }
}
