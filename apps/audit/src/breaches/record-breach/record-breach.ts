import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { recordBreach, type BreachFacts } from '../../domain/breach.js';
import type { BreachWords } from '../../domain/breach-notice.js';
import { insertBreach } from '../../storage/breach.store.js';

/** Personal data got to where they should not be: it is on the register, and the 72 hours of the law run from when it was known. */
@Injectable()
export class RecordBreach {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, facts: BreachFacts, words: BreachWords) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.about(...facts.caseIds).allowedBy('own-register');
      const { agencyId } = actor;
      if (agencyId === null) return refuse('forbidden');
      const recorded = recordBreach(facts, { id: newId(now), agencyId, now });
      if (!recorded.ok) return recorded;
      const breach = recorded.value;
      await insertBreach(tx, this.sealer, breach, { ...words, by: actor.subject });
      const { id, version, dueAt } = breach;
      act.trail.touched('breach', id, { version, facts: { due: dueAt.toISOString() } });
      return done({ id, version, dueAt });
    });
  }
}
