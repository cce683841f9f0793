import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { CaseId } from '../domain/ids.js';
import { mayChangeCase } from '../domain/policy.js';
import { findCase } from '../storage/case.store.js';
import { openCorrections } from '../storage/identity.store.js';

/** What was said of a child before it was corrected; for whoever answers for the case, and for nobody else. */
@Injectable()
export class ListIdentityCorrections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: CaseId) {
    return this.unitOfWork.read(context, async (tx, act) => {
      act.trail.touched('case', id).about(id);
      const file = await findCase(tx, id);
      if (!file) return refuse('not-found');
      const allowed = mayChangeCase(context.actor, file);
      if (!allowed.ok) return allowed;
      const items = await openCorrections(tx, this.sealer, id);
      act.trail.allowedBy('custody').listed(
        'identity-correction',
        items.map((one) => one.id),
      );
      return done({ items });
    });
  }
}
