import { Injectable } from '@nestjs/common';
import { may, type RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { compact, UnitOfWork } from '@rujukan/persistence';
import { allowedOn, isOverdue } from '../../domain/breach.js';
import { warned } from '../../domain/warned.js';
import { toBreach, type BreachRow } from '../../storage/breach.store.js';
import { findInRegister, type RegisterQuery } from '../../storage/register.finder.js';

/** The register of the own agency, or for those who oversee it every agency's, newest first and without words. */
@Injectable()
export class ListBreaches {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: RegisterQuery) {
    const { actor, now } = context;
    const after = this.cursors.decode<{ id: string }>(query.cursor, query);
    return this.unitOfWork.read(context, async (tx, act) => {
      const reader = { agencyId: actor.agencyId, isOverseer: may(actor, 'clock:oversee') };
      const rows = await findInRegister<BreachRow>(tx, 'breach', reader, { ...query, after: after?.id });
      const items = rows.slice(0, query.limit).map((row) => {
        const breach = toBreach(row);
        const isOwn = breach.agencyId === actor.agencyId && may(actor, 'breach:write');
        return {
          ...breach,
          isOverdue: isOverdue(breach, now),
          ...compact({
            warned: warned({ from: breach.knownAt, dueAt: breach.dueAt, doneAt: breach.notifiedAt }, now),
          }),
          allowedActions: isOwn ? allowedOn(breach) : [],
        };
      });
      act.trail.allowedBy('breach-register').listed(
        'breach',
        items.map(({ id }) => id),
      );
      const page = this.cursors.page(items, rows.length > query.limit, ({ id }) => ({ id }), query);
      return done(page);
    });
  }
}
