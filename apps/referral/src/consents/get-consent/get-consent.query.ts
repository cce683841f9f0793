import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { subjectOf } from '../../domain/consents/basis.js';
import { consentView } from '../../domain/consents/consent-view.js';
import type { ConsentId } from '../../domain/ids.js';
import { mayKeepConsents } from '../../domain/policy.js';
import { isLate, type Notice } from '../../domain/consents/withdrawal.js';
import { findConsent, openConsentTexts } from '../../storage/consent.store.js';
import { findCase } from '../../storage/custody.store.js';
import { findHolders, findNotices, openReason } from '../../storage/withdrawal.store.js';

/** One consent whole: who gave it, who has data under it, and what they answered when it was withdrawn. */
@Injectable()
export class GetConsent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: ConsentId) {
    const { actor, now } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.allowedBy('custodian-keeps-consents');
      const consent = await findConsent(tx, id);
      if (!consent) {
        act.trail.touched('consent', id);
        return refuse('not-found');
      }
      act.trail.about(consent.caseId);
      const mine = mayKeepConsents(actor, await findCase(tx, consent.caseId, actor.agencyId));
      if (!mine.ok) return mine;

      const { giver, ...texts } = await openConsentTexts(tx, this.sealer, consent);
      const holders = await findHolders(tx, id);
      const notices = await findNotices(tx, id);
      act.trail.touched('consent', id, {
        version: consent.version,
        fields: ['statement', ...(giver === undefined ? [] : ['giverName']), ...Object.keys(texts)],
      });
      return done({
        ...consentView(consent, subjectOf(mine.value), now),
        caseId: consent.caseId,
        ...(giver === undefined ? {} : { giverName: giver }),
        ...texts,
        holders: holders.map((held) => ({
          handoffId: held.handoff_id,
          agencyId: held.agency_id,
          since: held.since,
          ...(held.access_ended_at === null ? {} : { accessEndedAt: held.access_ended_at }),
        })),
        withdrawal: await Promise.all(notices.map((notice) => this.answerTo(tx, notice, now))),
      });
    });
  }

  private async answerTo(tx: EntityManager, notice: Notice, now: Date) {
    const reason = await openReason(tx, this.sealer, notice);
    return {
      noticeId: notice.id,
      agencyId: notice.agencyId,
      dueAt: notice.dueAt,
      isLate: isLate(notice, notice.answered?.at ?? now),
      ...notice.answered,
      ...(reason === undefined ? {} : { reason }),
    };
  }
}
