/** What comes with every package: the policy of the log and the verifier. */
export interface Enclosures {
  readonly policy: Buffer;
  readonly verifier: Buffer;
}

export const ENCLOSURES = Symbol('ENCLOSURES');
