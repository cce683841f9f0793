import { awaitsAnswer, type Handoff, type HandoffStep } from '../../data/handoffs.js';

/**
 * Steps by which the sender answered a question of the receiver, who reads what it wrote with them only once it accepts:
 * a word may name the child. Whether a word was written at all is sealed with it.
 */
export const sealedAnswers = (
  { status }: Pick<Handoff, 'status'>,
  steps: readonly Pick<HandoffStep, 'version' | 'status'>[],
  isSender: boolean,
): readonly number[] =>
  isSender || !awaitsAnswer(status)
    ? []
    : steps
        .filter((step, index) => step.status === 'requested' && steps[index - 1]?.status === 'returned')
        .map(({ version }) => version);
