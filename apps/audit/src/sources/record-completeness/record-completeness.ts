import { Inject, Injectable } from '@nestjs/common';
import { Trail } from '@rujukan/audit-trail';
import type { Clock } from '@rujukan/kernel';
import { operationAct, UnitOfWork, type ReportedAct } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { findHoles, type Holes } from '../../storage/find-holes.js';

const [minute, hour] = [60_000, 3_600_000];

/** Longer than the pause between two looks, so that nothing falls between them. */
const windowMs = 26 * hour;

/** Looks once a day for what is missing from the log, and writes into the log what it found, also when that is nothing. */
@Injectable()
export class RecordCompleteness {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(): Promise<Holes> {
    const now = this.clock.now();
    const look = { from: new Date(now.getTime() - windowMs), until: new Date(now.getTime() - minute) };
    return this.unitOfWork.reported(async (tx) => {
      const holes = await findHoles(tx, look);
      return [[actOf(holes, now)], holes];
    });
  }
}

function actOf({ sources, versions, disclosures }: Holes, now: Date): ReportedAct {
  const trail = new Trail().touched('audit-log', 'completeness');
  for (const { src } of sources) trail.touched('source', src);
  for (const { type, id } of versions) trail.touched(type, id);
  for (const { id } of disclosures) trail.touched('disclosure', id);
  const found = sources.length + versions.length + disclosures.length;
  const act = operationAct({ service: 'audit', type: 'log.check', action: 'E', now }, trail);
  return found === 0 ? act : { ...act, verdict: { outcome: 'failed', reason: 'incomplete' } };
}
