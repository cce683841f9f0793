import type { AgencyType } from '@rujukan/contracts';
import type { AgreementState } from '../agreements/agreement.js';
import { isEligible, type Eligibility, type Need } from '../directory/eligibility.js';

/** What the directory knows of the agency that is asked. */
export interface Receiver {
  /** Absent where the directory does not know it. Decides with the sharing matrix what may be sent to it at all. */
  readonly agencyType?: AgencyType;
  /** The services that are asked for and given there, each with whom it is for. */
  readonly services: readonly Eligibility[];
  /** Between it and the agency that asks. */
  readonly agreement: AgreementState;
}

export type ReceiverRefusal =
  'unknown-agency' | 'service-not-offered' | 'agreement-missing' | 'agreement-expired' | 'not-eligible';

export const unknownReceiver: Receiver = { services: [], agreement: 'missing' };

/**
 * What the directory has against it: who is asked, under which agreement, and for whom its service is.
 *
 * @param isDuty what the law demands needs no agreement: a report that it wants within hours cannot wait for a signature.
 */
export function whyNotThere(receiver: Receiver, need: Need, isDuty = false): ReceiverRefusal | undefined {
  if (receiver.agencyType === undefined) return 'unknown-agency';
  if (receiver.services.length === 0) return 'service-not-offered';
  if (receiver.agreement !== 'valid' && !isDuty) return `agreement-${receiver.agreement}`;
  return receiver.services.some((service) => isEligible(need, service)) ? undefined : 'not-eligible';
}
