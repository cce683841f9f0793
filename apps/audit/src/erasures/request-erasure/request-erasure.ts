import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { requestErasure, type Erasure } from '../../domain/erasure.js';
import { insertErasure, isGranted } from '../../storage/erasure.store.js';
import { isHeld } from '../../storage/legal-hold.store.js';
import { findEnded } from '../../storage/retention.store.js';

/** Somebody who answers for data protection asks that the details about a child go; nothing goes yet. */
@Injectable()
export class RequestErasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, wanted: Pick<Erasure, 'caseId' | 'basis'>, reason: string) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      const { caseId, basis } = wanted;
      act.trail.about(caseId).allowedBy('own-register');
      const { agencyId } = actor;
      if (agencyId === null) return refuse('forbidden');
      const requested = { subject: actor.subject, roles: [...actor.roles].sort(), at: now };
      const erasure = requestErasure(
        { id: newId(now), agencyId, caseId, basis, requested },
        {
          isHeld: await isHeld(tx, caseId),
          isGranted: await isGranted(tx, agencyId, caseId),
          isOver: (await findEnded(tx, { agencyId, caseId, now })) !== undefined,
        },
      );
      if (!erasure.ok) return erasure;
      await insertErasure(tx, this.sealer, erasure.value, reason);
      const { id, version, status } = erasure.value;
      act.trail.touched('erasure', id, { version, facts: { why: basis } });
      return done({ id, version, status });
    });
  }
}
