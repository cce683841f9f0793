import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { accessEnded, consentExpired } from '../../domain/consent-events.js';
import { expire } from '../../domain/consent.js';
import { findConsent, findExpiredConsents, saveConsent } from '../../storage/consent.store.js';
import { lockCase } from '../../storage/custody.store.js';
import { endAccess, findHolders } from '../../storage/withdrawal.store.js';

/** Consents that one run takes; the next run takes the next ones. */
const atOnce = 50;

/** A consent whose period is over covers nothing any more, and what it opened closes. */
@Injectable()
export class ExpireConsents {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many were found expired. */
  execute(): Promise<number> {
    return this.uow.timer(expiring, async (tx, act, now) => {
      const due = await findExpiredConsents(tx, now, atOnce);
      // In the order of cases, so that two runs never wait for each other crosswise.
      for (const { id, caseId } of due.sort((one, other) => one.caseId.localeCompare(other.caseId))) {
        const { known } = await lockCase(tx, caseId, null);
        const consent = await findConsent(tx, id);
        const expired = consent && expire(consent, now);
        if (!known || !expired) continue;
        await saveConsent(tx, expired);
        const holders = await findHolders(tx, id);
        const others = holders.filter((held) => held.agency_id !== known.custody.custodian);
        const closed = await endAccess(tx, others, now);
        act.announce(consentExpired(expired), ...closed.map(accessEnded));
        act.trail.about(caseId).touched('consent', id, { version: expired.version, fields: ['status'] });
        for (const { handoffId } of closed) act.trail.touched('access', handoffId, { fields: ['endedAt'] });
      }
      return due.length;
    });
  }
}

const expiring = { type: 'consent.expire', action: 'U', purpose: 'operations' } as const;
