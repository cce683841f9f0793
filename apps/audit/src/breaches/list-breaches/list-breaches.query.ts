import { Injectable } from '@nestjs/common';
import { may, type RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { allowedOn, isOverdue } from '../../domain/breach.js';
import { toBreach, type BreachRow } from '../../storage/breach.store.js';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly status?: string | undefined;
}

const sql = `
  select * from breach
  where (agency_id = $1 or $2) and ($3::text is null or status = $3) and ($4::uuid is null or id < $4)
  order by id desc limit $5`;

/** The register of the own agency, or for those who oversee it every agency's, newest first and without words. */
@Injectable()
export class ListBreaches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query) {
    const { actor, now } = context;
    const after = this.cursors.decode<{ id: string }>(query.cursor, query);
    return this.unitOfWork.read(context, async (tx, act) => {
      const rows = await tx.query<BreachRow[]>(sql, [
        actor.agencyId,
        may(actor, 'clock:oversee'),
        query.status ?? null,
        after?.id ?? null,
        query.limit + 1,
      ]);
      const items = rows.slice(0, query.limit).map((row) => {
        const breach = toBreach(row);
        const isOwn = breach.agencyId === actor.agencyId && may(actor, 'breach:write');
        return {
          ...breach,
          isOverdue: isOverdue(breach, now),
          allowedActions: isOwn ? allowedOn(breach) : [],
        };
      });
      act.trail.allowedBy('breach-register').listed(
        'breach',
        items.map(({ id }) => id),
      );
      const last = items.at(-1);
      const isMore = rows.length > query.limit && last !== undefined;
      const page: Page<(typeof items)[number]> = isMore
        ? { items, next: this.cursors.encode({ id: last.id }, query) }
        : { items };
      return done(page);
    });
  }
}
