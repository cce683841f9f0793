import { Trail } from '@rujukan/audit-trail';
import type { Clock } from '@rujukan/kernel';
import type { Log } from '@rujukan/messaging';
import { operationAct, type ReportedAct, type UnitOfWork } from '@rujukan/persistence';
import { compareCounts, type CountHole } from '../../storage/compare-counts.js';
import { findHoles, type Holes } from '../../storage/find-holes.js';

const [minute, hour] = [60_000, 3_600_000];

/** Longer than the pause between two looks, so that nothing falls between them. */
const windowMs = 26 * hour;

interface Found extends Holes {
  readonly counts: readonly CountHole[];
}

/**
 * Looks once a day for what is missing from the log, also by the counts of the sources, and writes into the log what it
 * found, also when that is nothing. Entries that a source counts and the log does not hold are an error in the worker's log.
 */
export class RecordCompleteness {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<Found> {
    const now = this.clock.now();
    const look = { from: new Date(now.getTime() - windowMs), until: new Date(now.getTime() - minute) };
    const found = await this.unitOfWork.reported(async (tx) => {
      const holes = { ...(await findHoles(tx, look)), counts: await compareCounts(tx, look) };
      return [[actOf(holes, now)], holes];
    });
    for (const { source, from, to, seen } of found.counts)
      this.log.error({ id: source, from, to, count: seen }, 'the log does not hold what a source counted');
    return found;
  }
}

function actOf({ sources, versions, disclosures, counts }: Found, now: Date): ReportedAct {
  const trail = new Trail().touched('audit-log', 'completeness');
  for (const { src } of sources) trail.touched('source', src);
  for (const { source, from, to } of counts)
    trail.touched('source', source).touched('source-numbers', `${from}-${to}`);
  for (const { type, id } of versions) trail.touched(type, id);
  for (const { id } of disclosures) trail.touched('disclosure', id);
  const found = sources.length + versions.length + disclosures.length + counts.length;
  const act = operationAct({ service: 'audit', type: 'log.check', action: 'E', now }, trail);
  return found === 0 ? act : { ...act, verdict: { outcome: 'failed', reason: 'incomplete' } };
}
