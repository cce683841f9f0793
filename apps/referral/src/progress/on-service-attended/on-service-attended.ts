import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { handoffMoved } from '../../domain/events.js';
import { apply, take } from '../../domain/handoffs/handoff.js';
import { handoffId } from '../../domain/ids.js';
import { lockHandoff, saveHandoff } from '../../storage/handoff.store.js';

const declared: DeclaredAct = { type: 'handoff.start', action: 'U', purpose: 'service-provision' };

/** The child came: at the first service given under an accepted handoff, the handoff is in progress. */
@Injectable()
export class OnServiceAttended {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'service-event.attended.v1'>): Promise<void> {
    const { handoffId: under, agencyId, serviceEventId } = event.data;
    const found = under === undefined ? undefined : await lockHandoff(tx, handoffId(under));
    if (found?.handoff.terms.to !== agencyId) return;
    // The second visit finds it in progress, and a visit that is told of late may find it ended: nothing to do.
    const decision = take(found.handoff, 'start', event.time);
    if (!decision.ok) return;

    const handoff = apply(found.handoff, decision.value);
    const { id, caseId, to } = handoff.terms;
    await this.uow.consequence(tx, event, declared, async (act) => {
      await saveHandoff(tx, handoff, { act, at: event.time, by: to });
      act.announce(handoffMoved(handoff));
      act.trail.about(caseId).touched('handoff', id, { version: handoff.version, fields: ['status'] });
      act.trail.touched('service-event', serviceEventId);
    });
  }
}
