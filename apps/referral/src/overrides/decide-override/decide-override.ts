import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { OverrideId } from '../../domain/ids.js';
import { decide } from '../../domain/overrides/override.js';
import { mayKeepConsents } from '../../domain/policy.js';
import { lockCase } from '../../storage/custody.store.js';
import { findOverride, saveDecision } from '../../storage/override.store.js';

/** The second person weighs it. */
@Injectable()
export class DecideOverride {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: OverrideId, version: number, verdict: 'approved' | 'refused') {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.touched('basis-override', id, { version, fields: ['status'] });
      const seen = await findOverride(tx, id);
      if (!seen) return refuse('not-found');
      act.trail.about(seen.caseId).allowedBy('second-person-decides', seen.basis);
      const mine = mayKeepConsents(actor, await lockCase(tx, seen.caseId, actor.agencyId));
      if (!mine.ok) return mine;
      const override = await findOverride(tx, id);
      if (override?.version !== version) return refuse('stale-version');
      const decision = decide(override, actor.subject, verdict, now);
      if (!decision.ok) return decision;

      const decided = decision.value;
      await saveDecision(tx, decided);
      return done({ id, status: decided.status, version: decided.version });
    });
  }
}
