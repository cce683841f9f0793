import type { Handoff, HandoffStatus } from '../../data/handoffs.js';
import type { Step } from '../../design/steps.js';

type StepTexts = Readonly<
  Record<'stepSent' | 'stepConfirmed' | 'stepAccepted' | 'stepInService' | 'stepCompleted', string>
>;

const reached: Readonly<Partial<Record<HandoffStatus, number>>> = {
  requested: 0,
  received: 1,
  accepted: 2,
  waitlisted: 2,
  'on-hold': 3,
  'in-progress': 3,
  'cancel-requested': 3,
  completed: 4,
};

/** States in which it stopped short; the place where it stopped is marked with the name of the state. */
const stoppedAt: Readonly<Partial<Record<HandoffStatus, number>>> = {
  returned: 2,
  rejected: 2,
  cancelled: 2,
  expired: 2,
  'referred-onward': 2,
  'entered-in-error': 2,
  'not-completed': 4,
};

/** How far a handoff has come. A transfer is done with its acceptance: what follows is another case's story. */
export function stepsOf(
  { kind, status }: Pick<Handoff, 'kind' | 'status'>,
  t: StepTexts,
  stateName: string,
): Step[] {
  const names = [t.stepSent, t.stepConfirmed, t.stepAccepted];
  if (kind !== 'transfer') names.push(t.stepInService, t.stepCompleted);
  const stop = stoppedAt[status];
  const last = stop ?? reached[status] ?? 0;
  const isOver = stop === undefined && last >= names.length - 1;
  return names.map((name, index) => {
    if (index === last && stop !== undefined) return { name: stateName, state: 'failed' };
    if (index < last || (index === last && isOver)) return { name, state: 'done' };
    return { name, state: index === last ? 'current' : 'todo' };
  });
}
