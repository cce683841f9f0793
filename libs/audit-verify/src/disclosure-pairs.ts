/** Which half of a disclosure an entry is: who gave agreed, or a service opened the record to who received. */
export type DisclosureSide = 'decision' | 'receipt';

export interface DisclosureHalf {
  readonly side: DisclosureSide;
  /** The handoff under which it was disclosed. */
  readonly id: string;
}

interface Known {
  readonly sides: Set<DisclosureSide>;
  readonly since: number;
}

/** Follows disclosures of which only one half has come. A pair is forgotten but for its id, so that a repetition is no new half. */
export class DisclosurePairs {
  readonly #lonely = new Map<string, Known>();
  readonly #paired = new Set<string>();

  /** @param recorded when the log took the entry, in milliseconds since 1970. */
  take({ side, id }: DisclosureHalf, recorded: number): void {
    if (this.#paired.has(id)) return;
    const known = this.#lonely.get(id) ?? { sides: new Set(), since: recorded };
    known.sides.add(side);
    if (known.sides.size === 1) this.#lonely.set(id, known);
    else {
      this.#lonely.delete(id);
      this.#paired.add(id);
    }
  }

  /** Disclosures whose other half stays away for `grace` milliseconds at `now`, each with the half that is missing. */
  unpaired(now: number, grace: number): { readonly id: string; readonly missing: DisclosureSide }[] {
    return [...this.#lonely]
      .filter(([, { since }]) => now - since >= grace)
      .map(([id, { sides }]) => ({ id, missing: sides.has('decision') ? 'receipt' : 'decision' }));
  }
}
