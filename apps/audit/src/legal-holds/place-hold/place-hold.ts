import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { placeHold, type LegalHold } from '../../domain/legal-hold.js';
import { lockDetailsOf } from '../../storage/detail.store.js';
import { insertHold } from '../../storage/legal-hold.store.js';

/** A legal process needs what is written about a case: until the hold is released nobody, in no agency, destroys it. */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, wanted: Pick<LegalHold, 'caseId' | 'basis'>, reason: string) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.about(wanted.caseId).allowedBy('own-register');
      const { agencyId } = actor;
      if (agencyId === null) return refuse('forbidden');
      await lockDetailsOf(tx, wanted.caseId);
      const hold = placeHold({ ...wanted, id: newId(now), agencyId, placedAt: now });
      await insertHold(tx, this.sealer, hold, { by: actor.subject, reason });
      const { id, version, status } = hold;
      act.trail.touched('legal-hold', id, { version, facts: { why: hold.basis } });
      return done({ id, version, status });
    });
  }
}
