import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, type Outcome } from '@rujukan/kernel';
import { newId, newNumber, UnitOfWork } from '@rujukan/persistence';
import { handoffId, type CaseId } from '../../domain/ids.js';
import { mayRequest } from '../../domain/policy.js';
import { previewOf, type Preview } from '../../domain/handoffs/preview.js';
import { request, type Ask, type RequestRefusal } from '../../domain/handoffs/request.js';
import { findGrounds } from '../../storage/consent.store.js';
import { lockForRequest } from '../../storage/custody.store.js';

/** What the receiver will see before and after it accepts. It is decided as the request itself is, and then forgotten. */
@Injectable()
export class PreviewHandoff {
  constructor(private readonly uow: UnitOfWork) {}

  execute(
    context: RequestContext,
    caseId: CaseId,
    ask: Ask,
  ): Promise<Outcome<Preview, RequestRefusal | 'not-found' | 'not-custodian' | 'stale-epoch'>> {
    const { actor, now } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(caseId).allowedBy('custodian-hands-off', ask.lawfulBasis.code);
      const { known, hasAccess, receiver } = await lockForRequest(
        tx,
        caseId,
        { agency: actor.agencyId, now },
        ask,
      );
      const mine = mayRequest(actor, known, hasAccess);
      if (!mine.ok) return mine;

      const birth = { id: handoffId(newId(now)), number: newNumber('R'), now };
      const grounds = await findGrounds(tx, caseId);
      const requested = request({ ...mine.value, grounds }, ask, receiver, birth);
      if (!requested.ok) return requested;

      const preview = previewOf(requested.value);
      act.trail.touched('case', caseId, { fields: Object.keys(preview.before) });
      return done(preview);
    });
  }
}
