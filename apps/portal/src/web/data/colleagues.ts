import { queryOptions, useQuery } from '@tanstack/react-query';
import { callApi } from '../app/call-api.js';

/** Somebody of the same agency who can take a task. */
export interface Colleague {
  readonly subject: string;
  readonly name: string;
}

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: ({ signal }) => callApi<{ items: readonly Colleague[] }>('/api/colleagues', { signal }),
  staleTime: 60_000,
});

/** Names a colleague by account; undefined for one who has not signed in here of late. */
export function useColleagueName(): (subject: string | undefined) => string | undefined {
  const { data } = useQuery(colleaguesQuery);
  return (subject) => data?.items.find((one) => one.subject === subject)?.name;
}
