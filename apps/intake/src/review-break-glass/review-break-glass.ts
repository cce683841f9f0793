import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { meet } from '@rujukan/clocks';
import { lockOpenClocks } from '@rujukan/clockwork';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { isRunning, mayReviewEmergency, review, type Review } from '../domain/emergency.js';
import { emergencyEnded, emergencyReviewed } from '../domain/emergency-events.js';
import { clocks } from '../storage/clock.store.js';
import { findEmergency, lockEmergency, saveReview } from '../storage/emergency.store.js';

/** Whoever answers for the case says whether it was right to open it. What still runs is over with that. */
@Injectable()
export class ReviewBreakGlass {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: string, seenVersion: number, given: Review) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('emergency-access', id, { fields: ['finding'] }).allowedBy('emergency-review');
      const access = (await lockEmergency(tx, id)) ?? (await findEmergency(tx, id));
      if (!access) return refuse('not-found');
      act.trail.about(access.caseId);
      const allowed = mayReviewEmergency(actor, access);
      if (!allowed.ok) return allowed;
      if (access.version !== seenVersion) return refuse('stale-version');
      const reviewed = review(access, given, now);
      if (!reviewed.ok) return reviewed;

      await saveReview(tx, this.sealer, reviewed.value, { by: actor.subject, note: given.note });
      const open = await lockOpenClocks(tx, { subjects: [id] });
      await clocks.save(
        tx,
        act,
        open.flatMap((clock) => meet(clock, now) ?? []),
      );
      if (isRunning(access, now)) act.announce(emergencyEnded(access, now));
      const { finding } = given;
      act.announce(emergencyReviewed(reviewed.value, { reviewer: allowed.value, finding }));
      return done({ id, version: reviewed.value.version, finding, isLate: now > access.reviewDueAt });
    });
  }
}
