import type { EventData } from '@rujukan/contracts';
import type { Terms } from '../handoffs/handoff.js';
import type { AgencyId } from '../ids.js';

export type ProvenStep = EventData['receipt.issued.v1']['step'];

/**
 * Who keeps the proof of a step. The entry names the case, so the receiver keeps only those of an acceptance and of what
 * comes after it, and none of a consultation, which tells it no case at all.
 */
export function keepersOf(
  step: ProvenStep,
  { from, to, kind }: Pick<Terms, 'from' | 'to' | 'kind'>,
): AgencyId[] {
  switch (step) {
    case 'handoff.request':
    case 'handoff.reject':
      return [from];
    case 'handoff.accept':
    case 'handoff.complete':
      return kind === 'consultation' ? [from] : [from, to];
  }
}
