import { deadlineOf, type Definition } from '@rujukan/clocks';
import type {
  CodeOf,
  dataRefusalReason,
  dataRequestAnswer,
  dataRequester,
  dataRequestKind,
  guardianStanding,
  identityCheck,
} from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { Late } from './breach.js';

type Kind = CodeOf<typeof dataRequestKind>;

export interface RequestFacts {
  readonly caseId: string;
  readonly kind: Kind;
  readonly requester: CodeOf<typeof dataRequester>;
  readonly guardian: CodeOf<typeof guardianStanding>;
  readonly identityCheck: CodeOf<typeof identityCheck>;
  readonly receivedAt: Date;
}

/** received -> answered */
export interface DataSubjectRequest extends RequestFacts {
  readonly id: string;
  readonly agencyId: string;
  readonly version: number;
  readonly status: 'received' | 'answered';
  readonly dueAt: Date;
  readonly answer?: Answer['answer'];
  readonly refusalReason?: Answer['refusalReason'];
  readonly answeredAt?: Date;
}

export interface Answer {
  readonly answer: CodeOf<typeof dataRequestAnswer>;
  readonly refusalReason?: CodeOf<typeof dataRefusalReason> | undefined;
  readonly late?: Late | undefined;
}

/** The law gives erasure no limit of its own: it ends a processing, as a withdrawal does. */
const clockOf: Readonly<Record<Kind, Definition>> = {
  access: 'pdp-access',
  rectification: 'pdp-rectification',
  withdrawal: 'pdp-withdrawal',
  restriction: 'pdp-restriction',
  erasure: 'pdp-withdrawal',
};

export function receive(
  facts: RequestFacts,
  { id, agencyId, now }: { readonly id: string; readonly agencyId: string; readonly now: Date },
): Outcome<DataSubjectRequest, 'known-in-the-future'> {
  if (facts.receivedAt > now) return refuse('known-in-the-future');
  const dueAt = deadlineOf(clockOf[facts.kind], facts.receivedAt);
  return done({ ...facts, id, agencyId, version: 1, status: 'received', dueAt });
}

type Refused =
  | 'data-request-answered'
  | 'refusal-reason-missing'
  | 'identity-not-proved'
  | 'guardian-is-suspect'
  | 'late-reason-missing';

/** A guardian who is a suspect, or of whom nobody knows, is refused; so is whoever could not be identified. */
export function answer(
  request: DataSubjectRequest,
  given: Answer,
  now: Date,
): Outcome<DataSubjectRequest, Refused> {
  if (request.status === 'answered') return refuse('data-request-answered');
  if (given.answer !== 'refused') {
    const standing = mayBeGranted(request);
    if (!standing.ok) return standing;
  }
  if ((given.answer === 'granted') !== (given.refusalReason === undefined))
    return refuse('refusal-reason-missing');
  if (now > request.dueAt && !given.late) return refuse('late-reason-missing', { dueAt: request.dueAt });
  return done({
    ...request,
    version: request.version + 1,
    status: 'answered',
    answer: given.answer,
    ...(given.refusalReason === undefined ? {} : { refusalReason: given.refusalReason }),
    answeredAt: now,
  });
}

function mayBeGranted(
  request: DataSubjectRequest,
): Outcome<true, 'identity-not-proved' | 'guardian-is-suspect'> {
  if (request.identityCheck === 'not-proved') return refuse('identity-not-proved');
  const isDoubtful = request.requester === 'guardian' && request.guardian !== 'not-suspect';
  return isDoubtful ? refuse('guardian-is-suspect') : done(true);
}

export const isLate = ({ dueAt, answeredAt }: DataSubjectRequest, now: Date): boolean =>
  (answeredAt ?? now) > dueAt;
