import type { clockDefinition, CodeOf } from '@rujukan/contracts';
import type { IntakeTimelineEntry } from '../../data/cases.js';
import { awaitsAnswer, type Handoff } from '../../data/handoffs.js';

export type NextDuty =
  | { readonly kind: 'clock'; readonly definition: CodeOf<typeof clockDefinition>; readonly dueAt: string }
  | { readonly kind: 'answer'; readonly agencyName: string; readonly dueAt: string };

/** The earliest deadline that still runs: a duty of the case, or an answer that somebody owes. */
export function nextDuty(
  entries: readonly IntakeTimelineEntry[],
  handoffs: readonly Handoff[],
): NextDuty | undefined {
  const isMet = (definition: string | undefined) =>
    entries.some((entry) => entry.type === 'clock-met' && entry.definition === definition);
  const clocks = entries.flatMap((entry): NextDuty[] =>
    entry.type === 'clock-started' && entry.definition && entry.dueAt && !isMet(entry.definition)
      ? [{ kind: 'clock', definition: entry.definition, dueAt: entry.dueAt }]
      : [],
  );
  const answers = handoffs
    .filter((handoff) => awaitsAnswer(handoff.status))
    .map((handoff): NextDuty => ({ kind: 'answer', agencyName: handoff.to.name, dueAt: handoff.dueAt }));
  return [...clocks, ...answers].toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];
}
