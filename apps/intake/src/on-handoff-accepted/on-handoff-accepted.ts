import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventData } from '@rujukan/contracts';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { fieldsOf, visibleGroups } from '../domain/disclosure.js';
import { agencyId, caseId } from '../domain/ids.js';
import { grantHandoff } from '../storage/access.store.js';
import { lockCase } from '../storage/case.store.js';

/** A referral was accepted: the receiver may now see exactly what its manifest opens. */
@Injectable()
export class OnHandoffAccepted {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'handoff.accepted.v1'>): Promise<void> {
    const { data, time } = event;
    // A transfer moves custody by an event of its own; a consultation is advice without the child's data.
    if (data.kind !== 'referral') return;
    const id = caseId(data.caseId);
    const file = await lockCase(tx, id);
    if (!file) throw new Error(`case ${id} is unknown`);
    if (file.status === 'closed') return;

    const grant = {
      handoffId: data.handoffId,
      caseId: id,
      agencyId: agencyId(data.toAgencyId),
      shareProfile: data.shareProfile,
      manifest: manifestOf(data),
      at: time,
    };
    if (!(await grantHandoff(tx, grant))) return;
    await this.unitOfWork.consequence(tx, event, granted, (act) => {
      const { manifest, ...access } = grant;
      const shown = visibleGroups([{ basis: 'handoff', ...access, ...manifest }]);
      act.trail
        .touched('case', id, { fields: [...fieldsOf(shown)].sort() })
        .touched('handoff', data.handoffId)
        .about(id)
        .disclosed({ fromOrg: data.fromAgencyId, toOrg: data.toAgencyId, receiptId: data.handoffId })
        .allowedBy(`share-profile:${data.shareProfile}`, data.lawfulBasis);
      return Promise.resolve();
    });
  }
}

/** What the handoff opens. An acceptance that was announced without it opens what the profile says. */
const manifestOf = ({ profileVersion, fieldGroups }: EventData['handoff.accepted.v1']) =>
  profileVersion === undefined || fieldGroups === undefined ? undefined : { profileVersion, fieldGroups };

const granted = { type: 'access.grant', action: 'C', purpose: 'case-management' } as const;
