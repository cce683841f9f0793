import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  isCitedFor,
  type BasisArticle,
  type CitedUse,
  type Display,
  type LawfulBasisCode,
} from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';

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

/** Articles that a basis may be cited with, for such a handoff where one is meant; none while they are on their way. */
export function useArticles(): (basis: string, use?: CitedUse) => readonly BasisArticle[] {
  const { data } = useQuery(lawfulBasesQuery);
  return (basis, use = {}) =>
    data?.items.find(({ code }) => code === basis)?.articles.filter((one) => isCitedFor(one, use)) ?? [];
}
