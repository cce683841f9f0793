import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { caseOutlineChanged } from '../domain/events.js';
import { examineIdentity } from '../domain/examine-report.js';
import { correctIdentity, type Identity } from '../domain/identity.js';
import type { CaseId } from '../domain/ids.js';
import { IntakeRules } from '../domain/intake-rules.js';
import { mayChangeCase } from '../domain/policy.js';
import { findCase, lockCase } from '../storage/case.store.js';
import { openIdentity, saveCorrection, type Signed } from '../storage/identity.store.js';

/** A document, a registry or the child herself says otherwise: what stood there is kept, and whose word counts is seen anew. */
@Injectable()
export class CorrectIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly rules: IntakeRules,
  ) {}

  execute(
    context: RequestContext,
    id: CaseId,
    seenVersion: number,
    { reason, ...change }: Partial<Identity> & Pick<Signed, 'reason'>,
  ) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('case', id, { fields: Object.keys(change).map((field) => `child.${field}`) });
      act.trail.about(id).allowedBy('custody');
      const file = (await lockCase(tx, id)) ?? (await findCase(tx, id));
      if (!file) return refuse('not-found');
      const agency = mayChangeCase(actor, file);
      if (!agency.ok) return agency;
      if (file.version !== seenVersion) return refuse('stale-version');
      const errors = examineIdentity(change, { now, isDemo: this.rules.isDemo });
      if (errors.length > 0) return refuse('invalid-request', { errors });
      const decision = correctIdentity(file, await openIdentity(tx, this.sealer, file), change, now);
      if (!decision.ok) return decision;

      const corrected = decision.value;
      const signed = { id: newId(now), at: now, agency: agency.value, subject: actor.subject, reason };
      await saveCorrection(tx, this.sealer, corrected, signed);
      if (corrected.file.ageBand !== file.ageBand) act.announce(caseOutlineChanged(corrected.file));
      const { version, ageBand } = corrected.file;
      return done({ id, version, ageBand, correctionId: signed.id });
    });
  }
}
