import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { carriedOut, mayErase } from '../../domain/erasure.js';
import { lockDetailsOf } from '../../storage/detail.store.js';
import { eraseDetails, lockErasure, saveDone } from '../../storage/erasure.store.js';
import { isHeld } from '../../storage/legal-hold.store.js';

/** A second person says yes: the details go and their key with them, and what is left is a certificate. */
@Injectable()
export class ApproveErasure {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: string, seenVersion: number) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.allowedBy('second-person');
      const erasure = await lockErasure(tx, id);
      if (!erasure) {
        act.trail.touched('erasure', id);
        return refuse('not-found');
      }
      const { caseId, basis } = erasure;
      act.trail.about(caseId);
      await lockDetailsOf(tx, caseId);
      const allowed = mayErase(erasure, { subject: actor.subject, isHeld: await isHeld(tx, caseId) });
      if (!allowed.ok || erasure.version !== seenVersion) {
        act.trail.touched('erasure', id, { facts: { why: basis } });
        return allowed.ok ? refuse('stale-version') : allowed;
      }
      const destroyed = await eraseDetails(tx, id);
      if (destroyed.details === 0) return refuse('nothing-to-erase');
      const approved = { subject: actor.subject, roles: [...actor.roles].sort(), at: now };
      const erased = carriedOut(erasure, approved, destroyed);
      await saveDone(tx, erased);
      const { version, status } = erased;
      const facts = { why: basis, destroyed: destroyed.digest.toString('hex') };
      act.trail.touched('erasure', id, { version, facts }).happened(destroyed.details);
      return done({ id, version, status, details: destroyed.details });
    });
  }
}
