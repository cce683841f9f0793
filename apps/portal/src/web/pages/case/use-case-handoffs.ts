import { useInfiniteQuery } from '@tanstack/react-query';
import { useMay } from '../../app/session/me.js';
import { handoffsQuery, type Handoff } from '../../data/handoffs.js';

/** Handoffs of one case that this agency sent or received. */
export function useCaseHandoffs(caseId: string) {
  const may = useMay();
  const query = useInfiniteQuery({ ...handoffsQuery({ caseId }), enabled: may('handoff:read') });
  const handoffs: readonly Handoff[] = query.data?.pages.flatMap((page) => page.items) ?? [];
  return { query, handoffs };
}
