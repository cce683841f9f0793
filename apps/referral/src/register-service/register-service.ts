import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { replace, type Service } from '../domain/directory.js';
import { isKnownAgency, lockService, saveService } from '../storage/directory.store.js';

@Injectable()
export class RegisterService {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param seen version that the caller replaces; undefined for a service that is new to the caller. */
  execute(context: RequestContext, wanted: Service, seen: number | undefined) {
    return this.uow.command(context, async (tx, act) => {
      act.trail.touched('service', wanted.id, { fields: Object.keys(wanted) });
      if (!(await isKnownAgency(tx, wanted.agencyId))) return refuse('unknown-agency');
      const decision = replace(await lockService(tx, wanted.id), wanted, seen);
      if (!decision.ok) return decision;

      await saveService(tx, decision.value);
      return done(decision.value);
    });
  }
}
