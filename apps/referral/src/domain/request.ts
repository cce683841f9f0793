import { exceeding, shareProfiles, type ServiceType, type ShareProfile } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { basisFor, type BasisRefusal, type Grounds } from './basis.js';
import type { ChildOutline, KnownCase } from './custody.js';
import { answerDueAt } from './due.js';
import type { Handoff, HandoffKind, Terms } from './handoff.js';
import type { HandoffId } from './ids.js';
import { manifestOf } from './manifest.js';
import { whyNotThere, type Receiver, type ReceiverRefusal } from './receiver.js';

/** What a sender asks for. */
export type Ask = Pick<
  Terms,
  'kind' | 'to' | 'serviceId' | 'serviceType' | 'shareProfile' | 'lawfulBasis' | 'priority'
>;

/** A case with what is on record about sharing it. */
export interface GroundedCase extends KnownCase {
  readonly grounds: Grounds;
}

export type RequestRefusal =
  | 'case-closed'
  | 'handoff-to-self'
  | 'service-blocked'
  | ReceiverRefusal
  | 'share-profile-mismatch'
  | 'sharing-not-allowed'
  | BasisRefusal;

/** Mediation between a child and whoever exploited her is never a service. */
const blockedServices: readonly ServiceType[] = ['mediation'];

/** A handoff comes to life as `requested`, under the custody that its sender holds. */
export function request(
  known: GroundedCase,
  ask: Ask,
  receiver: Receiver,
  birth: { readonly id: HandoffId; readonly number: string; readonly now: Date },
): Outcome<Handoff, RequestRefusal> {
  const refusal = whyNot(known, ask, receiver);
  if (refusal) return refuse(refusal);
  const basis = basisFor(ask, known, known.grounds, birth.now);
  if (!basis.ok) return basis;

  const { custody, child } = known;
  const { caseId, caseNumber, custodian, epoch } = custody;
  const terms: Terms = {
    ...ask,
    lawfulBasis: basis.value,
    id: birth.id,
    number: birth.number,
    caseId,
    caseNumber,
    custodyEpoch: epoch,
    from: custodian,
    manifest: manifestOf(ask.kind, ask.shareProfile),
    child: outlineFor(shareProfiles[ask.shareProfile], child),
    requestedAt: birth.now,
    dueAt: answerDueAt(child.riskLevel, ask.priority, birth.now),
  };
  return done({ terms, version: 1, progress: { status: 'requested' } });
}

function whyNot({ custody, child }: KnownCase, ask: Ask, receiver: Receiver): RequestRefusal | undefined {
  if (custody.isClosed) return 'case-closed';
  if (ask.to === custody.custodian) return 'handoff-to-self';
  if (blockedServices.includes(ask.serviceType)) return 'service-blocked';
  return whyNotThere(receiver, child) ?? profileRefusal(ask, receiver);
}

function profileRefusal(ask: Ask, receiver: Receiver): RequestRefusal | undefined {
  if (!fits(shareProfiles[ask.shareProfile], ask)) return 'share-profile-mismatch';
  return mayShare(ask, receiver) ? undefined : 'sharing-not-allowed';
}

/** A transfer hands over the whole case; every other handoff is for the services that its profile names. */
const fits = (profile: ShareProfile, ask: { kind: HandoffKind; serviceType: ServiceType }): boolean =>
  ask.kind === 'transfer'
    ? profile.road === 'transfer'
    : profile.road === 'referral' && profile.serviceTypes.includes(ask.serviceType);

/** No profile takes more to an agency than its kind may have. A consultation takes nothing of the file. */
const mayShare = (ask: Ask, { agencyType }: Receiver): boolean =>
  ask.kind === 'consultation' ||
  (agencyType !== undefined &&
    exceeding(shareProfiles[ask.shareProfile], {
      receiver: agencyType,
      serviceType: ask.serviceType,
      lawfulBasis: ask.lawfulBasis.code,
    }).length === 0);

/** What is not kept with the handoff cannot leave with it. */
function outlineFor(profile: ShareProfile, { sex, ...outline }: ChildOutline): ChildOutline {
  return profile.envelopeShowsSex && sex !== undefined ? { ...outline, sex } : outline;
}
