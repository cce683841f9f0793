import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { inOrder, type Agreement } from '../../domain/agreements/agreement.js';
import { replace } from '../../domain/directory/directory.js';
import { areKnownAgencies, lockAgreement, saveAgreement } from '../../storage/agreement.store.js';

/** Enters which agencies may hand cases to one another, and until when. It counts from the next request on. */
@Injectable()
export class RegisterAgreement {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param seen version that the caller replaces; undefined for an agreement that is new to the caller. */
  execute(context: RequestContext, agreement: Agreement, seen: number | undefined) {
    const wanted = { ...agreement, parties: inOrder(agreement.parties) };
    return this.uow.command(context, async (tx, act) => {
      act.trail.touched('agreement', wanted.id, { fields: Object.keys(wanted) });
      const agencies = wanted.parties.map(({ agencyId }) => agencyId);
      if (!(await areKnownAgencies(tx, agencies))) return refuse('unknown-agency');
      const standing = await lockAgreement(tx, wanted.id);
      const decision = replace(standing, wanted, seen);
      if (!decision.ok || decision.value.version === standing?.version) return decision;

      await saveAgreement(tx, decision.value);
      return done(decision.value);
    });
  }
}
