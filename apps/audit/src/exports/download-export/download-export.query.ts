import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { mayDownload } from '../../domain/export.js';
import { findExport } from '../../storage/export.store.js';
import { measurePackage, readPart } from '../../storage/package.store.js';

/** Hands out the file of an export, once the entry about that is kept. */
@Injectable()
export class DownloadExport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: string) {
    return this.unitOfWork.read(context, async (tx, act) => {
      act.trail.touched('export', id, { fields: ['file'] });
      const found = await findExport(tx, id);
      if (!found) return refuse('not-found');
      for (const caseId of [found.criteria.case, found.criteria.subject])
        if (caseId !== undefined) act.trail.about(caseId);
      const ready = mayDownload(found.status);
      if (!ready.ok) return ready;
      const { parts, bytes } = await measurePackage(tx, id);
      return done({ bytes, parts: this.partsOf(context, id, parts) });
    });
  }

  /** One part at a time, each in a short transaction of its own: a slow line must hold none open. */
  private async *partsOf(context: RequestContext, id: string, count: number): AsyncGenerator<Buffer> {
    for (let n = 0; n < count; n += 1) {
      // Not public, but on record by now: the entry was committed before the first byte.
      yield await this.unitOfWork.readPublic(context, (tx) => readPart(tx, id, n));
    }
  }
}
