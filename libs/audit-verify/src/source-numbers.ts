/** Numbers of one source that did not come: `from` to `to`. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** When the log took the entry that came after them. */
  readonly since: number;
}

export interface SourceState {
  readonly last: number;
  readonly gaps: readonly Gap[];
}

/** A source's own numbers begin at 1 and have no hole. Numbers that a place in the broker gave (`topic/0`) may have some. */
const isNumbered = (source: string): boolean => !source.includes('/');

/** Follows the numbers of every source. */
export class SourceNumbers {
  readonly #sources: Map<string, SourceState>;

  constructor(state: Readonly<Record<string, SourceState>> = {}) {
    this.#sources = new Map(Object.entries(state));
  }

  /** @returns false when the source has used this number before. */
  take(source: string, number: number, recorded: number): boolean {
    if (!isNumbered(source)) return true;
    const { last, gaps } = this.#sources.get(source) ?? { last: 0, gaps: [] };
    if (number === last + 1) {
      this.#sources.set(source, { last: number, gaps });
      return true;
    }
    if (number > last) {
      const gap = { from: last + 1, to: number - 1, since: recorded };
      this.#sources.set(source, { last: number, gaps: [...gaps, gap] });
      return true;
    }
    const filled = gaps.find(({ from, to }) => from <= number && number <= to);
    if (!filled) return false;
    const left = [
      { ...filled, to: number - 1 },
      { ...filled, from: number + 1 },
    ].filter(({ from, to }) => from <= to);
    this.#sources.set(source, { last, gaps: gaps.flatMap((gap) => (gap === filled ? left : [gap])) });
    return true;
  }

  /** All gaps that are open, with whether they are older than `grace` milliseconds at `now`. */
  gaps(now: number, grace: number): { source: string; gap: Gap; isOld: boolean }[] {
    return [...this.#sources].flatMap(([source, { gaps }]) =>
      gaps.map((gap) => ({ source, gap, isOld: now - gap.since >= grace })),
    );
  }

  state(): Record<string, SourceState> {
    return Object.fromEntries(this.#sources);
  }

  /** `intake 1204`: each source with its last number. */
  summary(): string[] {
    return [...this.#sources].map(([source, { last }]) => `${source} ${last}`).sort();
  }
}
