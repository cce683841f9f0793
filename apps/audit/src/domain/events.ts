import type { EventData } from '@rujukan/contracts';
import type { DoneErasure } from './erasure.js';

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
interface Fact<Type extends 'receipt.issued.v1' | 'case.retention-ended.v1'> {
  readonly type: Type;
  readonly key: string;
  readonly data: EventData[Type];
}

/** The handoff is the first that the entry names; what follows it is what the step brought with it. */
export function receiptIssued(
  handoffId: string,
  { index, step, bytes, proof }: ProvenEntry,
): Fact<'receipt.issued.v1'> {
  const entry = bytes.toString('base64');
  return {
    type: 'receipt.issued.v1',
    key: handoffId,
    data: { handoffId, step, index, entry, proof: Buffer.from(proof).toString('base64') },
  };
}

/** Two people agreed that the time of a case is over: from now on nobody needs a key of it. */
export function retentionEnded(
  { id, caseId }: Pick<DoneErasure, 'id' | 'caseId'>,
  rule: { readonly record_class: 'closed-case'; readonly rule_version: number },
): Fact<'case.retention-ended.v1'> {
  const { record_class: recordClass, rule_version: ruleVersion } = rule;
  return {
    type: 'case.retention-ended.v1',
    key: caseId,
    data: { caseId, erasureId: id, recordClass, ruleVersion },
  };
}
