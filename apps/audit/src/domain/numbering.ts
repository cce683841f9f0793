/** Numbers of one source that were skipped: `from` to `to`, of which `missing` have not come since. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly missing: number;
}

/** How far one source has come, and what it left out. */
export interface Progress {
  /** Highest number seen; 0 before the first. */
  readonly last: number;
  readonly gaps: readonly Gap[];
}

export type Placed =
  | { readonly kind: 'next' | 'late' | 'reused'; readonly progress: Progress }
  | { readonly kind: 'ahead'; readonly progress: Progress; readonly skipped: Gap };

/**
 * Places the next number of a source. `next` continues; `ahead` leaves a gap; `late` fills one; `reused` is a number
 * that another entry carries already. The entry is accepted in each case: the log refuses nothing and notes what is odd.
 * An entry that is known by its id never comes here.
 */
export function place(progress: Progress, number: number): Placed {
  const { last, gaps } = progress;
  if (number === last + 1) return { kind: 'next', progress: { last: number, gaps } };
  if (number > last) {
    const skipped = { from: last + 1, to: number - 1, missing: number - 1 - last };
    return { kind: 'ahead', progress: { last: number, gaps: [...gaps, skipped] }, skipped };
  }
  const filled = gaps.find((gap) => gap.from <= number && number <= gap.to && gap.missing > 0);
  if (!filled) return { kind: 'reused', progress };
  const rest = gaps.map((gap) => (gap === filled ? { ...gap, missing: gap.missing - 1 } : gap));
  return { kind: 'late', progress: { last, gaps: rest } };
}
