/** Rules that differ between a demo and the real thing; an injection token and its value in one. */
export class IntakeRules {
  constructor(
    /** People are invented here, and so are their numbers. */
    readonly isDemo: boolean,
  ) {}
}
