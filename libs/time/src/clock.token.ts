/** Nest injection token of the clock port. */
export const CLOCK = Symbol('Clock');
