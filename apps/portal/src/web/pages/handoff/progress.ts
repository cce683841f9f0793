import type { Handoff, HandoffStatus } from '../../data/handoffs.js';
import type { Step } from '../../design/steps.js';

type StepTexts = Readonly<
  Record<'stepSent' | 'stepConfirmed' | 'stepAccepted' | 'stepInService' | 'stepCompleted', string>
>;

const ofTransfer: readonly HandoffStatus[] = ['requested', 'received', 'accepted'];
const ofOthers: readonly HandoffStatus[] = [...ofTransfer, 'in-progress', 'completed'];

/** States in which it stopped short: nothing follows. */
const stopped: readonly HandoffStatus[] = [
  'rejected',
  'cancelled',
  'expired',
  'referred-onward',
  'entered-in-error',
  'not-completed',
];

interface Names {
  readonly t: StepTexts;
  /** Of the state it is in, for one that is no step of its own. */
  readonly state: string;
}

/**
 * How far a handoff has come: what happened, where it is, what is still to come. To confirm the receipt is nobody's
 * duty: it is a step only where it was done. A transfer is done with its acceptance: what follows is another case's story.
 *
 * @param past states that it went through; empty while they are on their way
 */
export function stepsOf(
  { kind, status }: Pick<Handoff, 'kind' | 'status'>,
  past: readonly HandoffStatus[],
  { t, state }: Names,
): Step[] {
  const names = namesOf(t);
  const path = kind === 'transfer' ? ofTransfer : ofOthers;
  const done = path.filter((step) => step !== status && (step === 'requested' || past.includes(step)));
  const here: Step = { name: path.includes(status) ? names(status) : state, state: stateOf(kind, status) };
  const furthest = Math.max(path.indexOf(status), ...done.map((step) => path.indexOf(step)));
  const toCome = path.slice(furthest + 1).filter((step) => step !== 'received');
  return [
    ...done.map((step): Step => ({ name: names(step), state: 'done' })),
    here,
    ...(here.state === 'current' ? toCome : []).map((step): Step => ({ name: names(step), state: 'todo' })),
  ];
}

function stateOf(kind: Handoff['kind'], status: HandoffStatus): Step['state'] {
  if (stopped.includes(status)) return 'failed';
  return status === 'completed' || (kind === 'transfer' && status === 'accepted') ? 'done' : 'current';
}

const namesOf = (t: StepTexts) => {
  const names: Readonly<Partial<Record<HandoffStatus, string>>> = {
    requested: t.stepSent,
    received: t.stepConfirmed,
    accepted: t.stepAccepted,
    'in-progress': t.stepInService,
    completed: t.stepCompleted,
  };
  return (status: HandoffStatus): string => names[status] ?? status;
};
