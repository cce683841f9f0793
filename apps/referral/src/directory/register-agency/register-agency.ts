import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { replace, type Agency } from '../../domain/directory/directory.js';
import { agencyRegistered } from '../../domain/events.js';
import { agencyOfCode, lockAgency, saveAgency } from '../../storage/directory.store.js';

@Injectable()
export class RegisterAgency {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Enters an agency or changes its entry, and announces it; the same again changes and announces nothing.
   *
   * @param seen version that the caller replaces; undefined for an agency that is new to the caller.
   */
  execute(context: RequestContext, wanted: Agency, seen: number | undefined) {
    return this.uow.command(context, async (tx, act) => {
      act.trail.touched('agency', wanted.id, { fields: Object.keys(wanted) });
      const standing = await lockAgency(tx, wanted.id);
      const decision = replace(standing, wanted, seen);
      if (!decision.ok || decision.value.version === standing?.version) return decision;
      const holder = await agencyOfCode(tx, wanted.code);
      if (holder !== undefined && holder !== wanted.id) return refuse('agency-code-taken');

      await saveAgency(tx, decision.value);
      act.announce(agencyRegistered(decision.value));
      return done(decision.value);
    });
  }
}
