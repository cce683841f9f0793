import { rejectionReason, type CodeOf } from '@rujukan/contracts';
import { steps, type HandoffAction, type StepWords } from '../../data/handoff-steps.js';

/** What a person writes before a step; each step reads the part that it asks for. */
export interface StepValues {
  readonly action: HandoffAction;
  reason: string;
  outcome: string;
  note: string;
  agencyId: string;
  serviceId: string;
  purpose: string;
}

export const emptyStep = (action: HandoffAction): StepValues => ({
  action,
  reason: '',
  outcome: '',
  note: '',
  agencyId: '',
  serviceId: '',
  purpose: '',
});

/** The name of the draft is the address of the handoff: who opens it finds the form as it was. */
export const draftOf = (handoff: { readonly id: string }): string => `/r/${handoff.id}`;

/** Reasons that are questions: whoever gives back for one of them can still be answered. */
const questions: readonly CodeOf<typeof rejectionReason>[] = [
  'insufficient-information',
  'missing-documents',
  'basis-missing',
  'other',
];

export const reasonsNotFor = (action: HandoffAction): readonly CodeOf<typeof rejectionReason>[] =>
  action === 'return' ? rejectionReason.codes.filter((code) => !questions.includes(code)) : [];

/** Is there a step that cannot go without a word? `Other` explains nothing by itself. */
export const needsNote = ({ action, reason }: Pick<StepValues, 'action' | 'reason'>): boolean =>
  steps[action].asks === 'reason-and-word' && reason === 'other';

/** What is sent. Codes were chosen from their lists. */
export function wordsOf(values: StepValues): StepWords {
  const note = values.note.trim();
  const { reason } = values;
  switch (steps[values.action].asks) {
    case 'nothing':
      return {};
    case 'word':
      return { note };
    case 'reason':
      return { reason };
    case 'reason-and-word':
      return { reason, note };
    case 'outcome':
      return { outcome: values.outcome as NonNullable<StepWords['outcome']>, note };
    case 'receiver': {
      const { agencyId, serviceId } = values;
      return { to: { agencyId, ...(serviceId ? { serviceId } : {}) }, purpose: values.purpose.trim(), note };
    }
  }
}
