import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { confirm, isSaidAgain, statedIn } from '../../domain/directory/capacity.js';
import {
  replace,
  type KnownService,
  type Service,
  type Versioned,
} from '../../domain/directory/directory.js';
import { capacityChanged } from '../../domain/events.js';
import { isKnownAgency, lockService, saveService } from '../../storage/directory.store.js';

@Injectable()
export class RegisterService {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param seen version that the caller replaces; undefined for a service that is new to the caller. */
  execute(context: RequestContext, wanted: Service, seen: number | undefined) {
    return this.uow.command(context, async (tx, act) => {
      act.trail.touched('service', wanted.id, { fields: Object.keys(wanted) });
      if (!(await isKnownAgency(tx, wanted.agencyId))) return refuse('unknown-agency');
      const standing = await lockService(tx, wanted.id);
      const decision = replace(standing && asStated(standing), wanted, seen);
      if (!decision.ok) return decision;
      if (standing?.version === decision.value.version) return done(standing);

      const isOld = standing !== undefined && isSaidAgain(standing.capacity, wanted.capacity);
      const capacity = isOld ? standing.capacity : confirm(wanted.capacity, context.now);
      const service = { ...decision.value, capacity };
      await saveService(tx, service);
      if (!isOld) act.announce(capacityChanged(service, context.now));
      return done(service);
    });
  }
}

const asStated = (service: KnownService): Versioned<Service> => ({
  ...service,
  capacity: statedIn(service.capacity),
});
