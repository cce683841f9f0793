import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { receive, type RequestFacts } from '../../domain/data-subject-request.js';
import { insertRequest } from '../../storage/data-subject-request.store.js';

/** Somebody asks about data of a child: it is on the list, and the 72 hours of the law run from when it came. */
@Injectable()
export class ReceiveRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, facts: RequestFacts, words: string) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.about(facts.caseId).allowedBy('own-register');
      const { agencyId } = actor;
      if (agencyId === null) return refuse('forbidden');
      const received = receive(facts, { id: newId(now), agencyId, now });
      if (!received.ok) return received;
      await insertRequest(tx, this.sealer, received.value, { by: actor.subject, words });
      const { id, version, dueAt, kind } = received.value;
      act.trail.touched('data-subject-request', id, { version, facts: { due: dueAt.toISOString(), kind } });
      return done({ id, version, dueAt });
    });
  }
}
