import { queryOptions } from '@tanstack/react-query';
import type {
  ageBand,
  capacityStatus,
  CodeOf,
  dataCategory,
  FieldGroup,
  mismatch,
  serviceType,
  sex,
} from '@rujukan/contracts';
import { callApi, ProblemReply } from '../app/call-api.js';
import type { ChildNeed } from './cases.js';
import type { Handoff, NewHandoff } from './handoffs.js';

/** What is asked of the directory: a band, an area and languages, and nobody's name. */
export interface Need {
  readonly serviceType: string;
  readonly ageBand: string;
  readonly sex: string;
  readonly areaCode: string;
  readonly languages: readonly string[];
  readonly hasDisability: boolean;
}

/** Who could help, how it stands with the agency that asks, and everything that speaks against it. */
export interface Provider {
  readonly agency: { readonly id: string; readonly name: string };
  readonly service: { readonly id: string; readonly name: string };
  readonly agreement: 'valid' | 'expired' | 'missing';
  readonly capacity: {
    readonly status: CodeOf<typeof capacityStatus>;
    readonly available?: number;
    readonly nextAvailable?: string;
  };
  readonly isOpenNow?: boolean;
  readonly fits: boolean;
  /** False where a request would be refused. */
  readonly mayBeAsked: boolean;
  readonly reasons: readonly CodeOf<typeof mismatch>[];
}

interface PreChecked {
  readonly needs: readonly { readonly providers: readonly Provider[] }[];
}

/** What a handoff asks for: of its child as the case knows her, or as far as the envelope still says it. */
export const needOf = (handoff: Handoff, child: Partial<ChildNeed> = handoff): Need => ({
  serviceType: handoff.serviceType,
  ageBand: child.ageBand ?? '',
  sex: child.sex ?? '',
  areaCode: child.areaCode ?? '',
  languages: child.languages ?? [],
  hasDisability: child.hasDisability ?? false,
});

/** Providers for a need, the best first. */
export const providersQuery = (need: Need) =>
  queryOptions({
    queryKey: ['providers', need],
    queryFn: async ({ signal }) => {
      const { needs } = await callApi<PreChecked>('/api/referral/v1/pre-checks', {
        method: 'POST',
        idempotencyKey: crypto.randomUUID(),
        body: {
          serviceTypes: [need.serviceType as CodeOf<typeof serviceType>],
          ageBand: (need.ageBand || 'unknown') as CodeOf<typeof ageBand>,
          sex: (need.sex || 'unknown') as CodeOf<typeof sex>,
          ...(need.areaCode ? { areaCode: need.areaCode } : {}),
          languages: need.languages,
          hasDisability: need.hasDisability,
        },
        signal,
      });
      return needs.flatMap(({ providers }) => providers);
    },
    enabled: need.serviceType !== '',
    staleTime: 30_000,
  });

/** What the receiver would see of a handoff that is not sent yet. */
export interface HandoffPreview {
  readonly before: Pick<
    Handoff,
    | 'kind'
    | 'serviceType'
    | 'priority'
    | 'riskLevel'
    | 'ageBand'
    | 'sex'
    | 'areaCode'
    | 'languages'
    | 'hasDisability'
    | 'lawfulBasis'
    | 'dueAt'
  >;
  readonly after: { readonly fieldGroups: readonly FieldGroup[]; readonly content: readonly string[] };
  readonly never: readonly (FieldGroup | CodeOf<typeof dataCategory>)[];
}

/** Decided as the request itself will be: what it refuses now, it would refuse then. Looked at once, since it is recorded. */
export const previewQuery = ({ purpose: _, note: __, ...draft }: NewHandoff) =>
  queryOptions({
    queryKey: ['handoff-preview', draft],
    queryFn: ({ signal }) =>
      callApi<HandoffPreview>('/api/referral/v1/handoff-previews', {
        method: 'POST',
        idempotencyKey: crypto.randomUUID(),
        body: draft,
        signal,
      }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: true,
    retry: (failures, error) => !(error instanceof ProblemReply) && failures < 2,
  });
