import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId } from './ids.js';

/** What the plan says, before it is agreed: what is hoped for, what will be done, until when. */
export interface PlanDraft {
  readonly objective: string;
  readonly actions: readonly string[];
  /** Date without time, `2025-12-31`. */
  readonly plannedEnd?: string | undefined;
}

/** One agreed revision. It is never changed: the next one takes its place and the old one stays to be read. */
export interface Plan extends PlanDraft {
  readonly id: string;
  readonly caseId: CaseId;
  /** 1 for the first agreement; grows by one with each revision. */
  readonly version: number;
  readonly agencyId: AgencyId;
  readonly agreedBy: string;
  readonly agreedAt: Date;
}

/**
 * none -> agreed (1) -> revised (2, 3, ...).
 *
 * @param current version of the plan in force, 0 while there is none.
 * @param seen version that the author had read.
 * @returns the version that this agreement gets.
 */
export const agree = (current: number, seen: number): Outcome<number, 'stale-version'> =>
  seen === current ? done(current + 1) : refuse('stale-version', { currentVersion: current });
