import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork, type Act } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { subjectOf } from '../../domain/consents/basis.js';
import { accessEnded, consentWithdrawn } from '../../domain/consents/consent-events.js';
import { end, type Consent, type End } from '../../domain/consents/consent.js';
import { agencyId, noticeId, type AgencyId, type ConsentId } from '../../domain/ids.js';
import { mayKeepConsents } from '../../domain/policy.js';
import { answerDueAt, clockOf, notify } from '../../domain/consents/withdrawal.js';
import { findConsent, insertConsentTexts, saveConsent } from '../../storage/consent.store.js';
import { lockCase } from '../../storage/custody.store.js';
import { clocks } from '../../storage/handoff-clocks.store.js';
import { recallOffers } from '../../storage/settle.js';
import { endAccess, findHolders, findOffersUnder, insertNotices } from '../../storage/withdrawal.store.js';

/** Takes a consent back: what it opened closes now, and whoever has a copy must say what becomes of it. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(
    context: RequestContext,
    id: ConsentId,
    version: number,
    { note, ...how }: End & { readonly note?: string },
  ) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('custodian-keeps-consents').touched('consent', id, { version, fields: ['status'] });
      const seen = await findConsent(tx, id);
      if (!seen) return refuse('not-found');
      act.trail.about(seen.caseId);
      const mine = mayKeepConsents(actor, await lockCase(tx, seen.caseId, actor.agencyId));
      if (!mine.ok) return mine;
      // Read again: what was seen before the lock may have been withdrawn while it was waited for.
      const consent = await findConsent(tx, id);
      if (consent?.version !== version) return refuse('stale-version');
      const decision = end(consent, how, subjectOf(mine.value), now);
      if (!decision.ok) return decision;

      const withdrawn = decision.value;
      await saveConsent(tx, withdrawn);
      await insertConsentTexts(tx, this.sealer, withdrawn, note === undefined ? {} : { reason: note });
      const asked = await travel(tx, act, withdrawn, { by: mine.value.custody.custodian, now });
      return done({ id, status: withdrawn.status, version: withdrawn.version, holdersAsked: asked });
    });
  }
}

/** Takes back what waits, ends access, and asks each holder. The custodian is nobody's holder: it answers for the case. */
async function travel(
  tx: EntityManager,
  act: Act,
  consent: Consent,
  { by, now }: { readonly by: AgencyId; readonly now: Date },
): Promise<number> {
  const { id, caseId } = consent;
  await recallOffers({ tx, act, now }, await findOffersUnder(tx, id));
  const holders = (await findHolders(tx, id)).filter((held) => held.agency_id !== by);
  const closed = await endAccess(tx, holders, now);
  const notices = [...new Set(holders.map((held) => agencyId(held.agency_id)))].map((holder) =>
    notify({ id: noticeId(newId(now)), consentId: id, caseId, agencyId: holder }, now),
  );
  await insertNotices(tx, notices);
  await clocks.start(
    tx,
    act,
    notices.map((notice) => clockOf(notice, by, () => newId(now))),
  );
  act.announce(
    consentWithdrawn(consent, { by, notices, answerDueAt: answerDueAt(now) }),
    ...closed.map(accessEnded),
  );
  for (const { handoffId } of closed) act.trail.touched('access', handoffId, { fields: ['endedAt'] });
  for (const notice of notices) act.trail.touched('withdrawal-notice', notice.id, { version: 1 });
  return notices.length;
}
