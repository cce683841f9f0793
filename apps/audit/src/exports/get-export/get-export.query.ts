import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { findExport } from '../../storage/export.store.js';

/** How far an export is: how many entries of all are in it. */
@Injectable()
export class GetExport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: string) {
    return this.unitOfWork.read(context, async (tx, act) => {
      act.trail.touched('export', id, { fields: ['status', 'criteria'] });
      const found = await findExport(tx, id);
      return found ? done(found) : refuse('not-found');
    });
  }
}
