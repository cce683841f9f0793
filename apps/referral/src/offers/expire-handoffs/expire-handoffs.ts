import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { expiresBefore, mayExpire } from '../../domain/clocks/due.js';
import { handoffMoved } from '../../domain/events.js';
import { apply, take } from '../../domain/handoffs/handoff.js';
import type { HandoffId } from '../../domain/ids.js';
import { findUnanswered, lockHandoff, saveHandoff } from '../../storage/handoff.store.js';

/** Handoffs that one run takes; the next run takes the next ones. */
const atOnce = 100;

/** An offer that nobody answered lapses, a week after the answer was due, where the risk is low; any other waits and is escalated. */
@Injectable()
export class ExpireHandoffs {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many expired. */
  async execute(): Promise<number> {
    const waiting = await this.uow.timer(expiring, (tx, _, now) =>
      findUnanswered(tx, expiresBefore(now), atOnce),
    );
    let expired = 0;
    // One transaction for each case, for each waits for the lock of its own.
    for (const id of waiting) if (await this.expire(id)) expired += 1;
    return expired;
  }

  private expire(id: HandoffId): Promise<boolean> {
    return this.uow.timer(expiring, async (tx, act, now) => {
      const found = await lockHandoff(tx, id);
      if (!found || !mayExpire(found.handoff.terms, now)) return false;
      const decision = take(found.handoff, 'expire', now);
      if (!decision.ok) return false;

      const handoff = apply(found.handoff, decision.value);
      await saveHandoff(tx, handoff, { act, at: now, by: handoff.terms.from });
      act.announce(handoffMoved(handoff));
      act.trail
        .about(handoff.terms.caseId)
        .touched('handoff', id, { version: handoff.version, fields: ['status'] });
      return true;
    });
  }
}

const expiring = { type: 'handoff.expire', action: 'U', purpose: 'operations' } as const;
