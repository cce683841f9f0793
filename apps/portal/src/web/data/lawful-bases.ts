import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Display, LawfulBasisCode } from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';

export interface BasisArticle {
  /** As it is cited, and as it is sent. */
  readonly article: string;
  readonly about: Display;
}

interface LawfulBases {
  readonly items: readonly {
    readonly code: LawfulBasisCode;
    readonly display: Display;
    readonly articles: readonly BasisArticle[];
  }[];
}

/** The law as the service knows it: the same for everyone, and asked once. */
export const lawfulBasesQuery = queryOptions({
  queryKey: ['lawful-bases'],
  queryFn: () => callApi<LawfulBases>('/api/referral/v1/lawful-bases'),
  staleTime: Infinity,
  gcTime: Infinity,
});

/** Articles that a basis may be cited with; none while they are on their way. */
export function useArticles(): (basis: string) => readonly BasisArticle[] {
  const { data } = useQuery(lawfulBasesQuery);
  return (basis) => data?.items.find(({ code }) => code === basis)?.articles ?? [];
}
