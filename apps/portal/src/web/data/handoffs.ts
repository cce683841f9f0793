import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  ageBand,
  clockDefinition,
  clockState,
  CodeOf,
  FieldGroup,
  handoffKind,
  handoffStatus,
  lawfulBasis,
  outcome,
  priority,
  RegionCode,
  rejectionReason,
  stepReason,
  riskLevel,
  ServiceType,
  sex,
  ShareProfileCode,
} from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import { often } from '../app/query-client.js';
import type { Page } from './page.js';

export type HandoffStatus = CodeOf<typeof handoffStatus>;
export type HandoffKind = CodeOf<typeof handoffKind>;
export type HandoffBox = 'inbox' | 'outbox';

interface Party {
  readonly agencyId: string;
  readonly code: string;
  readonly name: string;
}

/** What an agency must know to decide; who the child is stays closed until it accepts. */
export interface Handoff {
  readonly id: string;
  readonly number: string;
  readonly kind: HandoffKind;
  readonly status: HandoffStatus;
  readonly version: number;
  readonly from: Party;
  readonly to: Party & { readonly serviceId?: string };
  readonly serviceType: ServiceType;
  readonly priority: CodeOf<typeof priority>;
  /** The child in outline: gone once the handoff ended without acceptance. */
  readonly riskLevel?: CodeOf<typeof riskLevel>;
  readonly ageBand?: CodeOf<typeof ageBand>;
  readonly sex?: CodeOf<typeof sex>;
  readonly areaCode?: RegionCode;
  readonly languages?: readonly string[];
  readonly hasDisability?: boolean;
  readonly lawfulBasis: { readonly code: CodeOf<typeof lawfulBasis>; readonly article?: string };
  readonly shareProfile: ShareProfileCode;
  readonly willShare: readonly FieldGroup[];
  readonly requestedAt: string;
  /** When the answer is due; the deadline that counts first may be another one: see `nextClock`. */
  readonly dueAt: string;
  /** In a list: the earliest deadline of it that this agency owes or waits for, and that runs or was missed. */
  readonly nextClock?: {
    readonly definition: CodeOf<typeof clockDefinition>;
    readonly state: CodeOf<typeof clockState>;
    readonly dueAt: string;
  };
  readonly statusReason?: CodeOf<typeof rejectionReason>;
  readonly outcome?: CodeOf<typeof outcome>;
  /** What the caller's side may do now. One that this page does not know yet is not offered. */
  readonly allowedActions: readonly string[];
  /** Passed on by this agency, to which it was offered first as `partOf`. */
  readonly forwardedBy?: Pick<Party, 'agencyId'>;
  readonly partOf?: string;
  /** Who of the receiving agency is on it; the receiver's to know. */
  readonly claimedBy?: string;
  /** From here on: for the sender, and for the receiver once it has accepted. */
  readonly caseId?: string;
  readonly caseNumber?: string;
  readonly purpose?: string;
  readonly note?: string;
  readonly reply?: string;
  /** To its sender, once it was declined for want of room: whom to ask next. */
  readonly proposal?: { readonly agency: Party; readonly serviceId: string };
  /** One agency has signed that the case goes back to where it came from; the other has too, or may until then. */
  readonly rollback?: {
    readonly proposedBy: string;
    readonly proposedAt: string;
    readonly reason: CodeOf<typeof rejectionReason>;
    readonly signed?: { readonly by: string; readonly at: string };
    readonly until: string;
  };
  /** Words that went with a step, by the version that the step led to. */
  readonly messages?: readonly { readonly version: number; readonly text: string }[];
}

const path = '/api/referral/v1/handoffs';

interface HandoffFilter {
  readonly box?: HandoffBox;
  readonly status?: HandoffStatus;
  readonly caseId?: string;
}

export const handoffsQuery = (filter: HandoffFilter) =>
  infiniteQueryOptions({
    queryKey: ['handoffs', filter],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: '25', ...filter });
      if (pageParam) search.set('cursor', pageParam);
      return callApi<Page<Handoff>>(`${path}?${search}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: often,
  });

export const handoffQuery = (id: string) =>
  queryOptions({
    queryKey: ['handoff', id],
    queryFn: ({ signal }) => callApi<Handoff>(`${path}/${id}`, { signal }),
    refetchInterval: often,
  });

export interface HandoffStep {
  readonly version: number;
  readonly status: HandoffStatus;
  readonly at: string;
  readonly agencyId: string;
  readonly statusReason?: CodeOf<typeof stepReason>;
  readonly outcome?: CodeOf<typeof outcome>;
}

/** Every change of a handoff; asked again only when its version has moved. */
export const handoffStepsQuery = ({ id, version }: Pick<Handoff, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['handoff-steps', id, version],
    queryFn: ({ signal }) => callApi<{ items: readonly HandoffStep[] }>(`${path}/${id}/timeline`, { signal }),
    staleTime: Infinity,
  });

/** States that nothing leads out of. */
const finalStates: readonly HandoffStatus[] = [
  'rejected',
  'cancelled',
  'expired',
  'referred-onward',
  'completed',
  'not-completed',
  'entered-in-error',
];

export const isFinal = (status: HandoffStatus): boolean => finalStates.includes(status);

/** It ended and nobody took the child: somebody else must be found. */
export const isUnmet = (status: HandoffStatus): boolean => status === 'rejected' || status === 'expired';

/** Nobody has answered yet: the deadline runs. */
export const awaitsAnswer = (status: HandoffStatus): boolean =>
  status === 'requested' || status === 'received';

/** When the next act on one that nobody has answered is due: to confirm it comes before to answer it. */
export const nextDueAt = ({ nextClock, dueAt }: Pick<Handoff, 'nextClock' | 'dueAt'>): string =>
  nextClock?.dueAt ?? dueAt;

/** The deadline that counts now; undefined where none runs and none was missed. */
export const deadlineOf = (handoff: Pick<Handoff, 'nextClock' | 'dueAt' | 'status'>): string | undefined =>
  handoff.nextClock || awaitsAnswer(handoff.status) ? nextDueAt(handoff) : undefined;

export interface NewHandoff {
  readonly caseId: string;
  readonly kind: HandoffKind;
  readonly to: { readonly agencyId: string; readonly serviceId?: string };
  readonly serviceType: ServiceType;
  readonly shareProfile: ShareProfileCode;
  readonly lawfulBasis: { readonly code: CodeOf<typeof lawfulBasis>; readonly article?: string };
  readonly purpose: string;
  readonly priority: CodeOf<typeof priority>;
  readonly note?: string;
}

export interface SentHandoff {
  readonly id: string;
  readonly number: string;
  readonly dueAt: string;
}

export const requestHandoff = (handoff: NewHandoff, idempotencyKey: string): Promise<SentHandoff> =>
  callApi(path, { method: 'POST', body: handoff, idempotencyKey });
