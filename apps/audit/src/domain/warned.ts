import { thresholds, type Threshold } from '@rujukan/clocks';

/** A duty of the registers: its time runs from one instant to another, and stops where it is done. */
interface Timed {
  readonly from: Date;
  readonly dueAt: Date;
  readonly doneAt?: Date | undefined;
}

/** The last share of its time, in percent, at which whoever must act is warned; none before the first, and none once it is done. */
export function warned({ from, dueAt, doneAt }: Timed, now: Date): Threshold | undefined {
  if (doneAt) return undefined;
  const used = (100 * (now.getTime() - from.getTime())) / (dueAt.getTime() - from.getTime());
  return thresholds.findLast((share) => used >= share);
}
