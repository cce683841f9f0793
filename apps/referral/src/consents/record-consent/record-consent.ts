import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { factsOfConsent } from '../../domain/audit-facts.js';
import { subjectOf } from '../../domain/consents/basis.js';
import { consentGiven } from '../../domain/consents/consent-events.js';
import { record, type Statement } from '../../domain/consents/consent.js';
import { consentId, type CaseId } from '../../domain/ids.js';
import { mayKeepConsents } from '../../domain/policy.js';
import { insertConsent, type ConsentTexts } from '../../storage/consent.store.js';
import { lockCase } from '../../storage/custody.store.js';
import { areAgencies } from '../../storage/directory.store.js';

/** Puts on record what somebody said about sharing a case: a yes, or a no. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, caseId: CaseId, statement: Statement, texts: ConsentTexts) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(caseId).allowedBy('custodian-keeps-consents');
      const mine = mayKeepConsents(actor, await lockCase(tx, caseId, actor.agencyId));
      if (!mine.ok) return mine;
      const { custody } = mine.value;
      if (custody.isClosed) return refuse('case-closed');
      if (!(await areAgencies(tx, statement.recipients))) return refuse('unknown-agency');

      const birth = { id: consentId(newId(now)), caseId, recordedBy: custody.custodian };
      const recorded = record(birth, statement, subjectOf(mine.value), now);
      if (!recorded.ok) return recorded;

      const consent = recorded.value;
      await insertConsent(tx, this.sealer, consent, texts);
      if (consent.status === 'active') act.announce(consentGiven(consent));
      act.trail.touched('consent', consent.id, {
        version: 1,
        fields: [...Object.keys(statement), ...Object.keys(texts)],
        facts: factsOfConsent(consent, mine.value.isGuardianSuspect),
      });
      return done({ id: consent.id, status: consent.status, version: consent.version });
    });
  }
}
