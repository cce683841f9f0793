import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { actOfAdmin, actOfUser, type ReportedAct } from './identity-event.js';
import {
  forgetSeen,
  markSeen,
  newestSeen,
  type Seen,
  type Stream,
} from '../../storage/identity-event.store.js';
import { KeycloakEvents } from './keycloak-events.js';

const minute = 60_000;

/** An event is dated when it begins and seen when it is committed: so far back is asked again each time. */
const overlapMs = 5 * minute;

/** Marks are kept far longer than the overlap is. */
const rememberedMs = 24 * 60 * minute;

/**
 * Takes over what happened at the identity provider: who signed in, failed to, signed out, and what administrators
 * changed. Each event gives one entry, however often it is read.
 */
@Injectable()
export class PullIdentityEvents {
  constructor(
    private readonly events: KeycloakEvents,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns how many entries were written. */
  async execute(): Promise<number> {
    const users = await this.take('user', (from) => this.events.users(from), actOfUser);
    return users + (await this.take('admin', (from) => this.events.admins(from), actOfAdmin));
  }

  private async take<T extends Seen>(
    stream: Stream,
    pagesFrom: (from: number) => AsyncGenerator<T[]>,
    actOf: (event: T) => ReportedAct,
  ): Promise<number> {
    const newest = await this.unitOfWork.reported(async (tx) => [[], await newestSeen(tx, stream)]);
    let taken = 0;
    for await (const page of pagesFrom(Math.max(0, newest - overlapMs)))
      taken += await this.unitOfWork.reported(async (tx) => {
        const fresh = await markSeen(tx, stream, page);
        const acts = page.filter(({ id }) => fresh.has(id)).map(actOf);
        return [acts, acts.length];
      });
    await this.unitOfWork.reported(async (tx) => {
      await forgetSeen(tx, stream, newest - rememberedMs);
      return [[], undefined];
    });
    return taken;
  }
}
