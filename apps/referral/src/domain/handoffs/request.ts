import { exceeding, shareProfiles, type ServiceType, type ShareProfile } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { basisFor, type BasisRefusal, type Grounds } from '../consents/basis.js';
import type { ChildOutline, KnownCase } from '../custody/custody.js';
import { answerDueAt } from '../clocks/due.js';
import { apply, take, type Handoff, type LawfulBasis, type Onward, type Terms } from './handoff.js';
import type { HandoffId, OpenRequestId } from '../ids.js';
import type { HandoffKind } from './machine.js';
import { manifestOf } from '../disclosures/manifest.js';
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

/** With what a handoff comes to life. */
export interface Birth {
  readonly id: HandoffId;
  readonly number: string;
  readonly now: Date;
  /** Written down and not sent yet. */
  readonly isDraft?: boolean;
  readonly openRequest?: OpenRequestId;
  readonly onward?: Onward;
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

/** A handoff comes to life as `requested` or as a draft, under the custody that its sender holds. */
export function request(
  known: GroundedCase,
  ask: Ask,
  receiver: Receiver,
  birth: Birth,
): Outcome<Handoff, RequestRefusal> {
  const refusal = whyNot(known, ask, receiver);
  if (refusal) return refuse(refusal);
  const { agencyType } = receiver;
  const asked = agencyType === undefined ? ask : { ...ask, receiverType: agencyType };
  const basis = basisFor(asked, known, known.grounds, birth.now);
  if (!basis.ok) return basis;

  const { custody, child } = known;
  const { caseId, caseNumber, custodian, epoch } = custody;
  const terms: Terms = {
    ...ask,
    lawfulBasis: birth.isDraft === true ? asCited(basis.value) : basis.value,
    id: birth.id,
    number: birth.number,
    ...(birth.openRequest === undefined ? {} : { openRequest: birth.openRequest }),
    ...(birth.onward === undefined ? {} : { onward: birth.onward }),
    caseId,
    caseNumber,
    custodyEpoch: epoch,
    from: custodian,
    manifest: manifestOf(ask.kind, ask.shareProfile),
    child: outlineFor(shareProfiles[ask.shareProfile], child),
    requestedAt: birth.now,
    dueAt: answerDueAt(child.riskLevel, ask.priority, birth.now),
  };
  return done({ terms, version: 1, progress: { status: birth.isDraft === true ? 'draft' : 'requested' } });
}

/** A draft uses nothing up: the exception that would let it go is taken when it is sent. */
function asCited({ overrideId: _, ...basis }: LawfulBasis): LawfulBasis {
  return basis;
}

/** A draft is sent: all is asked again, for the answer may have changed since it was written. */
export function send(
  draft: Handoff,
  known: GroundedCase,
  receiver: Receiver,
  now: Date,
): Outcome<Handoff, RequestRefusal | 'illegal-transition'> {
  const { terms } = draft;
  const again = request(known, terms, receiver, { id: terms.id, number: terms.number, now });
  if (!again.ok) return again;
  const sent = take(draft, 'request', now);
  if (!sent.ok) return sent;
  const { requestedAt, dueAt, lawfulBasis } = again.value.terms;
  return done({ ...apply(draft, sent.value), terms: { ...terms, requestedAt, dueAt, lawfulBasis } });
}

/** What a receiver asks of another agency: what it was asked itself, on the same terms. */
export const onwardAsk = (
  { kind, serviceType, shareProfile, lawfulBasis, priority }: Terms,
  to: Pick<Ask, 'to' | 'serviceId'>,
): Ask => ({ kind, serviceType, shareProfile, lawfulBasis, priority, ...to });

function whyNot({ custody, child }: KnownCase, ask: Ask, receiver: Receiver): RequestRefusal | undefined {
  if (custody.isClosed) return 'case-closed';
  if (ask.to === custody.custodian) return 'handoff-to-self';
  if (blockedServices.includes(ask.serviceType)) return 'service-blocked';
  return whyNotThere(receiver, child, isDuty(ask, receiver)) ?? profileRefusal(ask, receiver);
}

/** The report to the police that the law demands, and nothing else that a law may say. */
const isDuty = ({ shareProfile, lawfulBasis }: Ask, { agencyType }: Receiver): boolean =>
  shareProfile === 'police-report' &&
  lawfulBasis.code === 'legal-obligation' &&
  (agencyType === 'police-wcpu' || agencyType === 'police-regional');

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
