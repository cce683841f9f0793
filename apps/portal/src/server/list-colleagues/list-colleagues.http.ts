import { Controller, Get } from '@nestjs/common';
import { permissionsOf } from '@rujukan/authz';
import { ColleagueStore } from '../colleagues/colleague.store.js';
import { CurrentSession } from '../session/session.guard.js';
import type { Session } from '../session/session.js';

/** Who of the person's own agency can take a task, for the names on a desk. */
@Controller('api/colleagues')
export class ListColleaguesHttp {
  constructor(private readonly colleagues: ColleagueStore) {}

  @Get()
  async list(@CurrentSession() { person }: Session) {
    const all = person.agencyId === null ? [] : await this.colleagues.ofAgency(person.agencyId);
    return {
      items: all
        .filter(({ roles }) => permissionsOf(roles).has('handoff:answer'))
        .map(({ subject, name }) => ({ subject, name })),
    };
  }
}
