import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { ToldPerson } from '../../domain/consents/consent.js';
import { mayBeTold, statementFor } from '../../domain/disclosures/disclosure-statement.js';
import type { CaseId } from '../../domain/ids.js';
import { ledgerRule } from '../../domain/policy.js';
import { findCase } from '../../storage/custody.store.js';
import { findDisclosures, receiptOf } from '../../storage/disclosure.store.js';

/** More agencies than ever knew of one child. */
const most = 500;

/** The ledger in plain words, for whom it is about: the custodian's people read it out or hand it over. */
@Injectable()
export class StateDisclosures {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId, person: ToldPerson, language: 'id' | 'en') {
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(id).touched('custody', id);
      const { known } = await findCase(tx, id, context.actor.agencyId);
      if (!known || ledgerRule(context.actor, known.custody) !== 'custody') return refuse('not-found');
      const told = mayBeTold(person, known);
      if (!told.ok) return told;

      const lines = await findDisclosures(tx, id, { limit: most });
      act.trail.allowedBy(`told-${person}`).listed('disclosure', lines.map(receiptOf));
      return done({
        for: person,
        language,
        asOf: context.now,
        ...statementFor(
          person,
          lines.map((line) => ({ ...line, receiver: line.names.to.name ?? '–' })),
          language,
        ),
      });
    });
  }
}
