import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { carriedOut, mayErase, type Erasure } from '../../domain/erasure.js';
import { retentionEnded } from '../../domain/events.js';
import { lockDetailsOf } from '../../storage/detail.store.js';
import { eraseDetails, lockErasure, saveDone } from '../../storage/erasure.store.js';
import { isHeld } from '../../storage/legal-hold.store.js';
import { findEnded, saveDestroyed } from '../../storage/retention.store.js';

/** A second person says yes: the details go and their key with them, and what is left is a certificate. Where the time of the case is over, every service's key of it goes. */
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
      const isCaseHeld = await isHeld(tx, caseId);
      const allowed = mayCarryOut(erasure, seenVersion, { subject: actor.subject, isHeld: isCaseHeld });
      if (!allowed.ok) {
        act.trail.touched('erasure', id, { facts: { why: basis } });
        return allowed;
      }
      const ended = await endedRetention(tx, erasure, now);
      if (basis === 'retention-ended' && !ended) return refuse('retention-not-over');
      const destroyed = await eraseDetails(tx, id);
      if (destroyed.details === 0 && !ended) return refuse('nothing-to-erase');
      const approved = { subject: actor.subject, roles: [...actor.roles].sort(), at: now };
      const erased = carriedOut(erasure, approved, destroyed);
      await saveDone(tx, erased);
      if (ended) {
        await saveDestroyed(tx, caseId, now);
        act.announce(retentionEnded(erased, ended));
      }
      const { version, status } = erased;
      const facts = { why: basis, destroyed: destroyed.digest.toString('hex') };
      act.trail.touched('erasure', id, { version, facts }).happened(destroyed.details);
      return done({ id, version, status, details: destroyed.details });
    });
  }
}

const mayCarryOut = (erasure: Erasure, seenVersion: number, standing: Parameters<typeof mayErase>[1]) => {
  const allowed = mayErase(erasure, standing);
  return allowed.ok && erasure.version !== seenVersion ? refuse('stale-version') : allowed;
};

/** The rule under which the whole case goes; undefined where only details do. */
const endedRetention = async (tx: EntityManager, { basis, agencyId, caseId }: Erasure, now: Date) =>
  basis === 'retention-ended' ? findEnded(tx, { agencyId, caseId, now }) : undefined;
