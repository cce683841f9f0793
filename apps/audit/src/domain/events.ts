import type { EventData } from '@rujukan/contracts';

/** Steps of a handoff of which both agencies may one day have to show that they happened: asked, taken, declined, ended. */
export const provenSteps = [
  'handoff.request',
  'handoff.accept',
  'handoff.reject',
  'handoff.complete',
] as const satisfies readonly EventData['receipt.issued.v1']['step'][];

type ProvenStep = (typeof provenSteps)[number];

/** An entry of such a step, and what proves that it stands in the log. */
export interface ProvenEntry {
  readonly index: number;
  readonly step: ProvenStep;
  /** Canonical bytes. */
  readonly bytes: Buffer;
  /** A proof file. */
  readonly proof: string;
}

/** A fact for other services. */
interface Fact {
  readonly type: 'receipt.issued.v1';
  readonly key: string;
  readonly data: EventData['receipt.issued.v1'];
}

/** The handoff is the first that the entry names; what follows it is what the step brought with it. */
export function receiptIssued(handoffId: string, { index, step, bytes, proof }: ProvenEntry): Fact {
  const entry = bytes.toString('base64');
  return {
    type: 'receipt.issued.v1',
    key: handoffId,
    data: { handoffId, step, index, entry, proof: Buffer.from(proof).toString('base64') },
  };
}
