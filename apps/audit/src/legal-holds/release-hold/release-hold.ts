import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { releaseHold } from '../../domain/legal-hold.js';
import { lockHold, saveReleased } from '../../storage/legal-hold.store.js';

/** The legal process no longer needs it: whoever placed the hold takes it away, with a reason. */
@Injectable()
export class ReleaseHold {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: string, seenVersion: number, reason: string) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('legal-hold', id).allowedBy('own-register');
      const hold = await lockHold(tx, id);
      if (!hold) return refuse('not-found');
      act.trail.about(hold.caseId);
      const released = releaseHold(hold, now);
      if (!released.ok) return released;
      if (hold.version !== seenVersion) return refuse('stale-version');
      await saveReleased(tx, this.sealer, released.value, { by: actor.subject, reason });
      const { version, status } = released.value;
      return done({ id, version, status });
    });
  }
}
