import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { assess, type RiskLevel } from '../domain/case.js';
import { caseOutlineChanged } from '../domain/events.js';
import type { CaseId } from '../domain/ids.js';
import { mayChangeCase } from '../domain/policy.js';
import { findCase, lockCase, saveRisk } from '../storage/case.store.js';

/** The danger is greater or smaller than it seemed: from now on others are given less or more time. */
@Injectable()
export class ReassessRisk {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId, seenVersion: number, riskLevel: RiskLevel) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail
        .touched('case', id, { fields: ['riskLevel'] })
        .about(id)
        .allowedBy('custody');
      const file = (await lockCase(tx, id)) ?? (await findCase(tx, id));
      if (!file) return refuse('not-found');
      const allowed = mayChangeCase(context.actor, file);
      if (!allowed.ok) return allowed;
      if (file.version !== seenVersion) return refuse('stale-version');
      const decision = assess(file, riskLevel);
      if (!decision.ok) return decision;

      const { value: assessed } = decision;
      await saveRisk(tx, assessed);
      act.announce(caseOutlineChanged(assessed));
      return done({ id, version: assessed.version, riskLevel });
    });
  }
}
