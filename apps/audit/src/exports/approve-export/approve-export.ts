import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { approve } from '../../domain/export.js';
import { lockExport, saveApproved } from '../../storage/export.store.js';

/** A second person agrees that entries about more than one case leave the system. */
@Injectable()
export class ApproveExport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: string) {
    const { actor, now } = context;
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('export', id, { fields: ['status'] });
      const asked = await lockExport(tx, id);
      if (!asked) return refuse('not-found');
      const approved = approve(asked, actor.subject);
      if (!approved.ok) return approved;
      await saveApproved(tx, id, actor.subject, now);
      return done({ id, status: approved.value });
    });
  }
}
