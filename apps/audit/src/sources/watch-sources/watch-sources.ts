import { randomUUID } from 'node:crypto';
import { Trail } from '@rujukan/audit-trail';
import { systemActor, type RequestContext } from '@rujukan/authz';
import type { Clock } from '@rujukan/kernel';
import type { Log } from '@rujukan/messaging';
import type { ReportedAct, UnitOfWork } from '@rujukan/persistence';
import { derivedId } from '../../domain/derived-id.js';
import { markAlarmed, markClosureTold, openAlarms, type KnownGap } from '../../storage/gap.store.js';

/** How long a number may be late before it counts as missing: a source that sends again after a fault is back by then. */
const patienceMs = 60_000;

/**
 * Raises the alarm when numbers of a source stay away: an error in the log, a word in /readyz, and an entry of its own.
 * When they come after all, another entry says so.
 */
export class WatchSources {
  private missing = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** False while numbers of a source are missing for longer than a minute. */
  isWhole(): boolean {
    return this.missing === 0;
  }

  async execute(): Promise<void> {
    const now = this.clock.now();
    const found = await this.unitOfWork.reported(async (tx) => {
      const opened = await markAlarmed(tx, new Date(now.getTime() - patienceMs), now);
      const closed = await markClosureTold(tx, now);
      const acts = [
        ...opened.map((gap) => missingAct(gap, now)),
        ...closed.map((gap) => closedAct(gap, now)),
      ];
      return [acts, { opened, closed, open: await openAlarms(tx) }];
    });
    this.missing = found.open.length;
    for (const gap of found.opened) this.log.error(wordsOf(gap), 'numbers of a source are missing');
    for (const gap of found.closed) this.log.info(wordsOf(gap), 'missing numbers of a source have come');
  }
}

const wordsOf = ({ src, from, to, missing }: KnownGap) => ({ id: src, from, to, count: missing });

const missingAct = (gap: KnownGap, now: Date): ReportedAct => ({
  id: derivedId(`gap/${gap.src}/${gap.from}`),
  context: contextOf('log.gap', now),
  trail: trailOf(gap).happened(gap.missing),
  verdict: { outcome: 'failed', reason: 'numbers-missing' },
});

const closedAct = (gap: KnownGap, now: Date): ReportedAct => ({
  id: derivedId(`gap-closed/${gap.src}/${gap.from}`),
  context: contextOf('log.gap-close', now),
  trail: trailOf(gap),
  verdict: { outcome: 'success' },
});

const trailOf = ({ src, from, to }: KnownGap): Trail =>
  new Trail().touched('source', src).touched('source-numbers', `${from}-${to}`);

function contextOf(type: string, now: Date): RequestContext {
  const id = randomUUID();
  return {
    actor: systemActor('audit'),
    act: { type, action: 'E', purpose: 'audit' },
    now,
    requestId: id,
    traceId: id.replaceAll('-', ''),
  };
}
