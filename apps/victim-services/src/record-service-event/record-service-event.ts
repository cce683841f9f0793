import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { serviceEventRecorded } from '../domain/events.js';
import type { CaseId, HandoffId } from '../domain/ids.js';
import { agencyOf, mayRecord, ruleOf } from '../domain/policy.js';
import { record, type Contact, type ServiceEvent } from '../domain/service-event.js';
import { lockStanding } from '../storage/custody.store.js';
import { saveServiceEvent } from '../storage/service-event.store.js';

@Injectable()
export class RecordServiceEvent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  /** @param named handoff under which the service was given, where the recorder says so. */
  execute(context: RequestContext, caseId: CaseId, contact: Contact, named: HandoffId | undefined) {
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(caseId);
      const { actor, now } = context;
      const standing = await lockStanding(tx, actor, caseId);
      const agencyId = agencyOf(actor);
      if (!standing || agencyId === null) return refuse('not-found');
      const rule = ruleOf(standing);
      act.trail.allowedBy(rule.policy, rule.lawfulBasis);

      const handoffId = mayRecord(standing, named);
      if (!handoffId.ok) return handoffId;
      const recorded = record(contact, now);
      if (!recorded.ok) return recorded;

      const event: ServiceEvent = {
        ...recorded.value,
        id: newId(now),
        caseId,
        agencyId,
        handoffId: handoffId.value,
        recordedBy: actor.subject,
        recordedAt: now,
      };
      await saveServiceEvent(tx, this.sealer, event);
      act.announce(serviceEventRecorded(event));
      act.trail.touched('service-event', event.id, { version: 1, fields: Object.keys(contact) });
      return done({ id: event.id, caseId, status: event.status, version: 1, recordedAt: now.toISOString() });
    });
  }
}
