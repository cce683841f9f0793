import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { CaseId } from '../../domain/ids.js';
import { mayRecordMilestones } from '../../domain/policy.js';
import { findCase } from '../../storage/custody.store.js';
import { findMilestones } from '../../storage/milestone.store.js';

/** Milestones of a case in the order in which they happened: all for its custodian, for others what they recorded or must act on. */
@Injectable()
export class ListMilestones {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId) {
    const { actor } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(id).allowedBy('works-on-the-case');
      const found = mayRecordMilestones(actor, await findCase(tx, id, actor.agencyId));
      if (!found.ok) return found;
      const isCustodian = found.value.custody.custodian === actor.agencyId;
      const items = (await findMilestones(tx, id))
        .filter(
          (one) => isCustodian || [one.recordedBy, one.nextAgency].some((its) => its === actor.agencyId),
        )
        .map(({ caseId: _, code, nextAgency, recordedBy, ...rest }) => ({
          milestone: code,
          nextAgencyId: nextAgency,
          recordedByAgencyId: recordedBy,
          ...rest,
        }));
      act.trail.listed(
        'milestone',
        items.map((item) => item.id),
      );
      return done({ items });
    });
  }
}
