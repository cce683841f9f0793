import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { findClocksOf, viewOf } from '@rujukan/clockwork';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import type { CaseFile } from '../domain/case.js';
import { fieldsOf, visibleGroups, type Grant } from '../domain/disclosure.js';
import { isRunning } from '../domain/emergency.js';
import type { AgencyId, CaseId } from '../domain/ids.js';
import { agencyOf, mayReadCase, ruleOf } from '../domain/policy.js';
import { findGrants } from '../storage/access.store.js';
import { openCaseContent, type CaseFields } from '../storage/case-content.store.js';
import { findCase } from '../storage/case.store.js';
import { findOpenEmergency } from '../storage/emergency.store.js';

/** One case: exactly the groups of fields that the caller's access shows, and the names of those shown on record. */
@Injectable()
export class GetCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: CaseId) {
    return this.unitOfWork.read(context, async (tx, act) => {
      const agency = agencyOf(context.actor);
      act.trail.about(id);
      const grants = agency === null ? [] : await this.grantsOf(tx, context, { id, agency });
      const allowed = mayReadCase(grants);
      const file = allowed.ok ? await findCase(tx, id) : undefined;
      if (agency === null || !file) {
        act.trail.touched('case', id);
        return refuse('not-found');
      }

      const groups = visibleGroups(grants);
      const fields = await openCaseContent(tx, this.sealer, file, fieldsOf(groups));
      const clocks = (await findClocksOf(tx, { caseId: id })).filter(
        ({ clock }) => clock.agencyId === agency,
      );
      act.trail
        .touched('case', id, { version: file.version, fields: namesOf(fields) })
        .allowedBy(ruleOf(grants));
      for (const grant of grants) if (grant.basis === 'emergency') act.trail.under(grant.accessId);
      return done({
        ...summaryOf(file),
        ...accessOf(grants),
        fieldGroups: groups,
        ...fields,
        clocks: clocks.map(({ clock, lateReason }) => ({
          ...viewOf(clock, context.now),
          ...(lateReason === undefined ? {} : { lateReason }),
        })),
      });
    });
  }

  /** An emergency opens nothing to whoever has access anyway. */
  private async grantsOf(
    tx: EntityManager,
    { actor, now }: RequestContext,
    { id, agency }: { readonly id: CaseId; readonly agency: AgencyId },
  ): Promise<readonly Grant[]> {
    const grants = await findGrants(tx, id, agency);
    if (grants.length > 0) return grants;
    const access = await findOpenEmergency(tx, id, { subject: actor.subject, agency });
    if (!access || !isRunning(access, now)) return [];
    return [{ basis: 'emergency', accessId: access.id, reason: access.reason, endsAt: access.endsAt }];
  }
}

const summaryOf = (file: CaseFile) => ({
  id: file.id,
  number: file.number,
  version: file.version,
  status: file.status,
  custodianAgencyId: file.custodianAgencyId,
  epoch: file.epoch,
  openedAt: file.openedAt,
  riskLevel: file.riskLevel,
  ageBand: file.ageBand,
  ...(file.status === 'closed' ? { closedAt: file.closedAt, closureReason: file.closureReason } : {}),
});

/** The newest grant names the profile; what all of them show together is in `fieldGroups`. */
function accessOf(grants: readonly Grant[]) {
  const emergency = grants.find((grant) => grant.basis === 'emergency');
  if (emergency)
    return { basis: emergency.basis, emergencyAccessId: emergency.accessId, endsAt: emergency.endsAt };
  const handoff = grants.find((grant) => grant.basis === 'handoff');
  if (!handoff || grants.some((grant) => grant.basis === 'custodian')) return { basis: 'custodian' as const };
  return { basis: handoff.basis, shareProfile: handoff.shareProfile, handoffId: handoff.handoffId };
}

/** Names of what was shown, `child.name` for example; never a value. */
const namesOf = ({ child, incident, ...top }: CaseFields): string[] =>
  [
    ...Object.keys(top),
    ...Object.keys(child).map((name) => `child.${name}`),
    ...Object.keys(incident).map((name) => `incident.${name}`),
  ].sort();
