import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { replace, type Location } from '../../domain/directory/directory.js';
import { agencyId } from '../../domain/ids.js';
import { addLocation, areServicesOf, lockLocation, saveLocation } from '../../storage/location.store.js';

/** An agency enters where its services are given. A confidential address is seen by nobody else, the platform included. */
@Injectable()
export class RegisterLocation {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param seen version that the caller replaces; undefined for a location that is new to the caller. */
  execute(context: RequestContext, location: Omit<Location, 'agencyId'>, seen: number | undefined) {
    return this.uow.command(context, async (tx, act) => {
      const { id, ...fields } = location;
      act.trail.allowedBy('own-location').touched('location', id, { fields: Object.keys(fields) });
      if (context.actor.agencyId === null) return refuse('not-provider');
      const wanted = { ...location, agencyId: agencyId(context.actor.agencyId) };
      if (!(await areServicesOf(tx, wanted.agencyId, wanted.serviceIds))) return refuse('not-provider');

      const standing = await lockLocation(tx, id);
      const decision = replace(standing, wanted, seen);
      if (!decision.ok || decision.value.version === standing?.version) return decision;
      if (standing) await saveLocation(tx, decision.value);
      else if (!(await addLocation(tx, decision.value))) return refuse('not-provider');
      return done(decision.value);
    });
  }
}
