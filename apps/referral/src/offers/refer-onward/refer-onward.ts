import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, newNumber, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { referOnward } from '../../domain/handoffs/handoff.js';
import { handoffId } from '../../domain/ids.js';
import { mayTake } from '../../domain/policy.js';
import { onwardAsk, type Ask } from '../../domain/handoffs/request.js';
import { lockForRequest } from '../../storage/custody.store.js';
import type { StepAsk } from '../../storage/handoff-steps.js';
import { lockHandoff } from '../../storage/handoff.store.js';
import { inNameOf } from '../../storage/in-name-of.js';
import { place, type Offer } from '../../storage/offer.js';

interface Onward {
  readonly to: Pick<Ask, 'to' | 'serviceId'>;
  readonly texts: Offer['texts'];
}

/**
 * The receiver passes it on, on the terms under which it was asked and in the custodian's name. It keeps what it has until
 * the other accepts; only then is it out.
 */
@Injectable()
export class ReferOnward {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, { id, version }: StepAsk, { to, texts }: Onward) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('receiver-passes-on').touched('handoff', id, { version });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const mine = mayTake('refer-onward', actor, found, version);
      if (!mine.ok) return mine;

      const { terms } = mine.value.handoff;
      const possible = referOnward(mine.value.handoff, now);
      if (!possible.ok) return possible;
      if (to.to === terms.to) return refuse('handoff-to-self');

      const onward = { partOf: id, forwardedBy: terms.to };
      const birth = { id: handoffId(newId(now)), number: newNumber('R'), now, onward };
      const ask = onwardAsk(terms, to);
      act.trail.allowedBy('receiver-passes-on', terms.lawfulBasis.code);
      const placed = await inNameOf(tx, terms.from, async () => {
        const { known, receiver } = await lockForRequest(tx, terms.caseId, { agency: terms.from, now }, ask);
        if (!known) return refuse('not-found');
        return place({ tx, act, sealer: this.sealer }, { known, receiver, ask, texts }, birth);
      });
      if (!placed.ok) return placed;
      const { number, dueAt } = placed.value.terms;
      return done({ id: birth.id, number, status: placed.value.progress.status, dueAt: dueAt.toISOString() });
    });
  }
}
