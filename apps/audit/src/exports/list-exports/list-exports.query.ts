import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { toExport, type ExportRow } from '../../storage/export.store.js';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What was taken out of the log, by whom and why, newest first; every auditor sees every other's. */
@Injectable()
export class ListExports {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, { limit, cursor }: Query) {
    const after = this.cursors.decode<{ id: string }>(cursor, {});
    return this.unitOfWork.read(context, async (tx, act) => {
      const rows = await tx.query<ExportRow[]>(
        'select * from audit_export where ($1::uuid is null or id < $1) order by id desc limit $2',
        [after?.id ?? null, limit + 1],
      );
      const items = rows.slice(0, limit).map(toExport);
      act.trail.listed(
        'export',
        items.map(({ id }) => id),
      );
      return done(this.cursors.page(items, rows.length > limit, ({ id }) => ({ id }), {}));
    });
  }
}
