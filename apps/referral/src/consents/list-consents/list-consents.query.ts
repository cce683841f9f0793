import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { subjectOf } from '../../domain/consents/basis.js';
import { consentView } from '../../domain/consents/consent-view.js';
import type { CaseId } from '../../domain/ids.js';
import { mayKeepConsents } from '../../domain/policy.js';
import { findConsents } from '../../storage/consent.store.js';
import { findCase } from '../../storage/custody.store.js';

/** What was said about sharing a case, newest first, without the names of those who said it. */
@Injectable()
export class ListConsents {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId) {
    const { actor, now } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(id).allowedBy('custodian-keeps-consents');
      const mine = mayKeepConsents(actor, await findCase(tx, id, actor.agencyId));
      if (!mine.ok) return mine;
      const subject = subjectOf(mine.value);
      const items = (await findConsents(tx, id)).map((consent) => consentView(consent, subject, now));
      act.trail.listed(
        'consent',
        items.map((item) => item.id),
      );
      return done({ items });
    });
  }
}
