import { useInfiniteQuery } from '@tanstack/react-query';
import { waitingOverridesQuery } from '../../data/overrides.js';
import { closuresQuery } from '../../data/support.js';
import { seldom } from '../query-client.js';
import { useMay } from '../session/me.js';

/** How much waits for this very person's verdict: what they asked for themselves does not. */
export function useToDecide(): number {
  const may = useMay();
  const overrides = useInfiniteQuery({ ...waitingOverridesQuery, enabled: may('override:approve') });
  const closures = useInfiniteQuery({
    ...closuresQuery,
    enabled: may('closure:approve'),
    refetchInterval: seldom,
  });
  return (
    (overrides.data?.pages ?? []).flatMap(({ items }) => items.filter(({ isMine }) => !isMine)).length +
    (closures.data?.pages ?? []).flatMap(({ items }) => items.filter(({ mayApprove }) => mayApprove)).length
  );
}
