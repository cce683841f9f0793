import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { confirm, isSaidAgain, type Stated } from '../../domain/directory/capacity.js';
import { capacityChanged } from '../../domain/events.js';
import type { ServiceId } from '../../domain/ids.js';
import { lockService, saveService } from '../../storage/directory.store.js';

/** The provider itself says whether it has room. Saying the same again counts too: it is known as of now. */
@Injectable()
export class ConfirmCapacity {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: ServiceId, seen: number, stated: Stated) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail
        .allowedBy('provider-confirms')
        .touched('service', id, { version: seen, fields: ['capacity'] });
      const standing = await lockService(tx, id);
      if (!standing) return refuse('not-found');
      if (standing.agencyId !== actor.agencyId) return refuse('not-provider');
      if (standing.version !== seen) return refuse('stale-version');

      const service = { ...standing, capacity: confirm(stated, now), version: standing.version + 1 };
      await saveService(tx, service);
      if (!isSaidAgain(standing.capacity, stated)) act.announce(capacityChanged(service, now));
      return done(service);
    });
  }
}
