import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { alternativeProposed } from '../../domain/events.js';
import { nextProvider, type Fit } from '../../domain/directory/fit.js';
import { handoffId } from '../../domain/ids.js';
import { findCandidates } from '../../storage/fit.finder.js';
import { findDeclined, recordDecline, saveProposal, type Declined } from '../../storage/proposal.store.js';

const declared: DeclaredAct = {
  type: 'handoff.propose-alternative',
  action: 'C',
  purpose: 'case-management',
};

/**
 * A service declined because it is full: the next provider that fits is proposed to the sender at once, and the decline
 * is counted. The receiver could not look for it: whom else the sender asked is none of its business.
 */
@Injectable()
export class OnHandoffRejected {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'handoff.rejected.v1'>): Promise<void> {
    if (event.data.reason !== 'no-capacity') return;
    const declined = await findDeclined(tx, handoffId(event.data.handoffId));
    if (!declined) throw new Error(`handoff ${event.data.handoffId} was declined and is not there`);
    const isNew = await recordDecline(tx, declined, event.time);
    if (!isNew) return;

    const proposed = await this.propose(tx, declined, event.time);
    await saveProposal(tx, declined, proposed?.candidate, event.time);
    await this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId, id } = declined.handoff.terms;
      act.trail.about(caseId).touched('handoff', id, { fields: ['proposal'] });
      act.announce(alternativeProposed(declined.handoff, declined.child, proposed?.candidate));
    });
  }

  /** A whole case is not passed around until someone has room: a transfer is a decision of its own. */
  private async propose(tx: EntityManager, declined: Declined, now: Date): Promise<Fit | undefined> {
    const { kind, from, serviceType } = declined.handoff.terms;
    if (kind === 'transfer') return undefined;
    const candidates = await findCandidates(tx, { sender: from, types: [serviceType], now });
    const unasked = candidates.filter(({ agency }) => !declined.asked.includes(agency.id));
    return nextProvider(declined.child, unasked, now);
  }
}
