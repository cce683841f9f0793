import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { daysUntil } from '../domain/adulthood.js';
import { comeOfAge } from '../domain/case.js';
import { caseCameOfAge } from '../domain/events.js';
import { lockCase, saveAgeBand } from '../storage/case.store.js';
import { takeAdults } from '../storage/coming-of-age.store.js';

/** Cases that one run takes; the next run takes the next ones. */
const atOnce = 100;

/** Days back that are looked at: longer than any worker was ever away. */
const lookBack = 400;

/** Says on the day that the child of a case is an adult: from then on her own word counts. */
@Injectable()
export class AnnounceComingOfAge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  /** @returns how many cases were found. */
  execute(): Promise<number> {
    return this.unitOfWork.timer(announcing, async (tx, act, now) => {
      const ids = await takeAdults(tx, this.sealer, daysUntil(now, lookBack), atOnce);
      for (const id of ids) {
        const file = await lockCase(tx, id);
        const adult = file && comeOfAge(file);
        if (!adult) continue;
        await saveAgeBand(tx, adult);
        act.announce(caseCameOfAge(adult));
        act.trail.touched('case', id, { version: adult.version, fields: ['ageBand'] }).about(id);
      }
      return ids.length;
    });
  }
}

const announcing = { type: 'case.come-of-age', action: 'U', purpose: 'operations' } as const;
