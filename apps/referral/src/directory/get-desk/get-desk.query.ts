import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { findDesk, type Desk } from '../../storage/desk.store.js';

/** Where the caller's agency is written to. */
@Injectable()
export class GetDesk {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext): Promise<Outcome<Desk & { readonly version: number }, 'not-found'>> {
    const { agencyId } = context.actor;
    return this.uow.read(context, async (tx, act) => {
      act.trail.allowedBy('own-desk');
      const desk = await findDesk(tx, agencyId);
      if (!desk) return refuse('not-found');
      act.trail.touched('desk', desk.agencyId, { version: desk.version, fields: ['email'] });
      return done(desk);
    });
  }
}
