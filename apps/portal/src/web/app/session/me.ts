import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '@rujukan/authz';
import { callApi } from '../call-api.js';

/** Who is signed in. What it allows is shown or hidden by it; what is permitted, the services decide. */
export interface Me {
  readonly name: string;
  readonly login: string;
  readonly subject: string;
  readonly roles: readonly string[];
  readonly agencyId: string | null;
  readonly permissions: readonly Permission[];
  readonly session: {
    readonly isLocked: boolean;
    readonly idleSeconds: number;
    readonly secondsLeft: number;
  };
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => callApi<Me>('/api/me'),
  staleTime: 60_000,
  gcTime: Infinity,
});

export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export const useMay = () => {
  const { permissions } = useMe();
  return (permission: Permission): boolean => permissions.includes(permission);
};
