import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import { emergencyGroups } from '@rujukan/contracts';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { beginEmergency, endEmergency } from '../../storage/emergency-disclosure.store.js';

export type EmergencyMove = 'case.emergency-access-started.v1' | 'case.emergency-access-ended.v1';

const declared: DeclaredAct = { type: 'disclosure.follow-emergency', action: 'C', purpose: 'oversight' };

/** What was opened in an emergency was disclosed too: the ledger has a line of it from its start to its end. */
@Injectable()
export class FollowEmergency {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<EmergencyMove>): Promise<void> {
    const { accessId, caseId } = event.data;
    if ('endedAt' in event.data) await endEmergency(tx, accessId, new Date(event.data.endedAt));
    else
      await beginEmergency(tx, {
        access_id: accessId,
        case_id: caseId,
        from_agency_id: event.data.custodianAgencyId,
        to_agency_id: event.data.agencyId,
        field_groups: emergencyGroups(event.data.reason),
        disclosed_at: event.time,
      });
    await this.uow.consequence(tx, event, declared, (act) => {
      act.trail.about(caseId).touched('emergency-access', accessId);
      return Promise.resolve();
    });
  }
}
