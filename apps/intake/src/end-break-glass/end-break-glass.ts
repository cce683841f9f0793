import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { emergencyEnded } from '../domain/emergency-events.js';
import { endEmergencies } from '../storage/emergency.store.js';

/** Accesses of one transaction; the next one takes the next ones. */
const atOnce = 100;

/** An emergency access whose hour is over has ended for the database too, and it is told. */
@Injectable()
export class EndBreakGlass {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many ended. */
  execute(): Promise<number> {
    return this.unitOfWork.timer(ending, async (tx, act, now) => {
      const ended = await endEmergencies(tx, now, atOnce);
      for (const access of ended) {
        act.announce(emergencyEnded(access, access.endsAt));
        act.trail.about(access.caseId).touched('emergency-access', access.id, { fields: ['endedAt'] });
      }
      return ended.length;
    });
  }
}

const ending = { type: 'break-glass.end', action: 'U', purpose: 'operations' } as const;
