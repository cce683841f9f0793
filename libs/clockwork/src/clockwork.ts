import type { EntityManager } from 'typeorm';
import { tick, type ClockChange, type DutyClock, type Move } from '@rujukan/clocks';
import type { OutgoingEvent } from '@rujukan/messaging';
import type { Act } from '@rujukan/persistence';
import { insertClocks, lockClocksToWake, saveClocks } from './clock.store.js';

/** How a service tells of a clock's change; undefined where nobody needs to be told. */
type FactOf = (change: ClockChange) => OutgoingEvent | undefined;

/** Keeps a service's clocks inside the transaction of the act that moves them, and tells of them as the service does. */
export class Clockwork {
  constructor(private readonly factOf: FactOf) {}

  /** One that is open already is not started again. */
  async start(tx: EntityManager, act: Act, moves: readonly Move[]): Promise<void> {
    if (moves.length === 0) return;
    const written = await insertClocks(
      tx,
      moves.map(({ clock }) => clock),
    );
    this.tell(
      act,
      moves.filter(({ clock }) => written.has(clock.id)),
    );
  }

  async save(tx: EntityManager, act: Act, moves: readonly Move[]): Promise<void> {
    await saveClocks(tx, moves);
    this.tell(act, moves);
  }

  /**
   * Tells what time brought by now, of as many clocks as one transaction should hold.
   *
   * @returns how many were looked at; as many as `limit` means that more may wait.
   */
  async strike(tx: EntityManager, act: Act, now: Date, limit = 50): Promise<number> {
    const clocks = await lockClocksToWake(tx, now, limit);
    await this.save(
      tx,
      act,
      clocks.map((clock) => tick(clock, now)),
    );
    return clocks.length;
  }

  private tell(act: Act, moves: readonly Move[]): void {
    for (const { clock, changes } of moves.filter((move) => move.changes.length > 0)) {
      act.announce(...changes.flatMap((change) => this.factOf(change) ?? []));
      act.trail.touched('clock', clock.id, { fields: ['state'], facts: factsOf(clock) }).about(clock.caseId);
    }
  }
}

/** What the log must know of a clock to answer for the duty later. */
const factsOf = (clock: DutyClock) => ({
  definition: clock.definition,
  state: clock.state,
  timed: clock.subject,
  agency: clock.agencyId,
  due: clock.dueAt.toISOString(),
  ...(clock.state === 'met' ? { isLate: clock.isLate } : {}),
});
