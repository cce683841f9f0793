import type { BoardGroup } from '../../data/clocks.js';

interface AgencyBoard {
  readonly agencyId: string;
  readonly overdue: number;
  readonly steps: readonly BoardGroup[];
}

/** The steps of each agency, where something is overdue first; within an agency too. */
export function byAgency(groups: readonly BoardGroup[]): readonly AgencyBoard[] {
  const agencies = [...new Set(groups.map(({ agencyId }) => agencyId))];
  return agencies
    .map((agencyId) => {
      const steps = groups.filter((group) => group.agencyId === agencyId).toSorted(byNeed);
      return { agencyId, steps, overdue: steps.reduce((sum, step) => sum + step.overdue, 0) };
    })
    .toSorted((one, other) => other.overdue - one.overdue);
}

const byNeed = (one: BoardGroup, other: BoardGroup): number =>
  other.overdue - one.overdue || one.nextDueAt.localeCompare(other.nextDueAt);
