import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { startClock } from '@rujukan/clocks';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { beginEmergency } from '../domain/emergency.js';
import { emergencyGroups, type EmergencyReason } from '@rujukan/contracts';
import { emergencyStarted } from '../domain/emergency-events.js';
import { agencyOf } from '../domain/policy.js';
import { findGrants } from '../storage/access.store.js';
import { clocks } from '../storage/clock.store.js';
import { findCaseByNumber, insertEmergency } from '../storage/emergency.store.js';

export interface Emergency {
  readonly caseNumber: string;
  readonly reason: EmergencyReason;
  /** What happens, in words; sealed under the key of the case. */
  readonly note: string;
}

/** Someone without access opens one case for an hour, because a child cannot wait. Everyone who must know is told. */
@Injectable()
export class BreakTheGlass {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, { caseNumber, reason, note }: Emergency) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.allowedBy('emergency');
      const agency = agencyOf(actor);
      const file = agency === null ? undefined : await findCaseByNumber(tx, caseNumber);
      if (agency === null || !file) return refuse('not-found');
      act.trail.about(file.id).touched('case', file.id);
      if ((await findGrants(tx, file.id, agency)).length > 0) return refuse('access-already-held');

      const access = beginEmergency(file, { id: newId(now), actor, agency, reason, now });
      if (!(await insertEmergency(tx, this.sealer, access, note))) return refuse('emergency-access-running');
      const duty = {
        definition: 'break-glass-review',
        caseId: file.id,
        agencyId: file.custodianAgencyId,
      } as const;
      await clocks.start(tx, act, [startClock({ ...duty, id: newId(now), subject: access.id }, now)]);
      act.trail
        .touched('emergency-access', access.id, { version: 1, fields: ['note', 'reason'] })
        .disclosed({ fromOrg: file.custodianAgencyId, toOrg: agency, receiptId: access.id })
        .under(access.id);
      act.announce(emergencyStarted(access));
      const { id, version, endsAt, reviewDueAt } = access;
      return done({
        id,
        caseId: file.id,
        version,
        fieldGroups: emergencyGroups(reason),
        endsAt,
        reviewDueAt,
      });
    });
  }
}
