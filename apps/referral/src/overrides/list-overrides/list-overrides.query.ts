import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { CaseId } from '../../domain/ids.js';
import { mayKeepConsents } from '../../domain/policy.js';
import { findCase } from '../../storage/custody.store.js';
import { findOverrides } from '../../storage/override.store.js';

/** Exceptions of a case, newest first: what waits for a second person, and what was decided. */
@Injectable()
export class ListOverrides {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId) {
    const { actor } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(id).allowedBy('custodian-keeps-consents');
      const mine = mayKeepConsents(actor, await findCase(tx, id, actor.agencyId));
      if (!mine.ok) return mine;
      const items = (await findOverrides(tx, id)).map(({ caseId: _, to, ...override }) => ({
        ...override,
        toAgencyId: to,
        /** Nobody approves what they asked for themselves. */
        isMine: override.proposedBy === actor.subject,
      }));
      act.trail.listed(
        'basis-override',
        items.map((item) => item.id),
      );
      return done({ items });
    });
  }
}
