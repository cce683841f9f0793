import { Injectable } from '@nestjs/common';
import { may, type RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { allowedOn, isOverdue } from '../../domain/breach.js';
import { noticeText } from '../../domain/breach-notice.js';
import { findBreachRow, openWords, toBreach } from '../../storage/breach.store.js';

/** One breach; for the agency whose register it is with its words and with both notices as they are to be sent. */
@Injectable()
export class GetBreach {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: string) {
    const { actor, now } = context;
    return this.unitOfWork.read(context, async (tx, act) => {
      const row = await findBreachRow(tx, id);
      act.trail.touched('breach', id).allowedBy('breach-register');
      if (!row) return refuse('not-found');
      const breach = toBreach(row);
      act.trail.about(...breach.caseIds);
      const isOwn = breach.agencyId === actor.agencyId;
      const words = isOwn ? await openWords(tx, this.sealer, row) : undefined;
      return done({
        ...breach,
        ...compact({
          authorityToldAt: row.authority_told_at,
          isPublic: row.is_public,
          notices: row.notices,
          closedAt: row.closed_at,
        }),
        isOverdue: isOverdue(breach, now),
        allowedActions: isOwn && may(actor, 'breach:write') ? allowedOn(breach) : [],
        ...(words
          ? {
              ...words,
              noticeTexts: {
                authority: noticeText(breach, words, 'authority'),
                person: noticeText(breach, words, 'person'),
              },
            }
          : {}),
      });
    });
  }
}
