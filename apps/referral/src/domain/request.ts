import { shareProfiles, type ServiceType, type ShareProfile } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { ChildOutline, Custody, KnownCase } from './custody.js';
import { answerDueAt } from './due.js';
import type { Handoff, HandoffKind, Terms } from './handoff.js';
import type { HandoffId } from './ids.js';

/** What a sender asks for. */
export type Ask = Pick<
  Terms,
  'kind' | 'to' | 'serviceId' | 'serviceType' | 'shareProfile' | 'lawfulBasis' | 'priority'
>;

/** What the directory knows of the agency that is asked. */
export interface Receiver {
  readonly isKnown: boolean;
  readonly offersService: boolean;
}

export type RequestRefusal =
  | 'case-closed'
  | 'handoff-to-self'
  | 'unknown-agency'
  | 'service-blocked'
  | 'service-not-offered'
  | 'share-profile-mismatch';

/** Mediation between a child and whoever exploited her is never a service. */
const blockedServices: readonly ServiceType[] = ['mediation'];

/** A handoff comes to life as `requested`, under the custody that its sender holds. */
export function request(
  { custody, child }: KnownCase,
  ask: Ask,
  receiver: Receiver,
  birth: { readonly id: HandoffId; readonly number: string; readonly now: Date },
): Outcome<Handoff, RequestRefusal> {
  const refusal = whyNot(custody, ask, receiver);
  if (refusal) return refuse(refusal);

  const { caseId, caseNumber, custodian, epoch } = custody;
  const terms: Terms = {
    ...ask,
    id: birth.id,
    number: birth.number,
    caseId,
    caseNumber,
    custodyEpoch: epoch,
    from: custodian,
    child: outlineFor(shareProfiles[ask.shareProfile], child),
    requestedAt: birth.now,
    dueAt: answerDueAt(child.riskLevel, ask.priority, birth.now),
  };
  return done({ terms, version: 1, progress: { status: 'requested' } });
}

function whyNot(custody: Custody, ask: Ask, receiver: Receiver): RequestRefusal | undefined {
  if (custody.isClosed) return 'case-closed';
  if (ask.to === custody.custodian) return 'handoff-to-self';
  if (!receiver.isKnown) return 'unknown-agency';
  if (blockedServices.includes(ask.serviceType)) return 'service-blocked';
  if (!receiver.offersService) return 'service-not-offered';
  return fits(shareProfiles[ask.shareProfile], ask) ? undefined : 'share-profile-mismatch';
}

/** A profile without services is for a transfer of the whole case; every other is for the services that it names. */
const fits = (profile: ShareProfile, ask: { kind: HandoffKind; serviceType: ServiceType }): boolean =>
  ask.kind === 'transfer'
    ? profile.serviceTypes.length === 0
    : profile.serviceTypes.includes(ask.serviceType);

/** What is not kept with the handoff cannot leave with it. */
function outlineFor(profile: ShareProfile, { sex, ...outline }: ChildOutline): ChildOutline {
  return profile.envelopeShowsSex && sex !== undefined ? { ...outline, sex } : outline;
}
