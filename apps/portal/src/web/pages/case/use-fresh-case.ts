import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryClient } from '../../app/query-client.js';
import { useMay } from '../../app/session/me.js';
import { supportTimelineQuery } from '../../data/support.js';
import { useCaseHandoffs } from './use-case-handoffs.js';

/**
 * Keeps the page of a case in step. Only the handoffs are looked at often; when one of them moves, or something was
 * recorded for the child, the rest is read once more.
 */
export function useFreshCase(caseId: string): void {
  const may = useMay();
  const { query, handoffs } = useCaseHandoffs(caseId);
  const { data: timeline } = useQuery({ ...supportTimelineQuery(caseId), enabled: may('support:read') });
  const moves = query.data && handoffs.map(({ id, version }) => `${id} ${version}`).join();
  const records = timeline?.items.map(({ at, type, entity }) => `${at} ${type} ${entity.id}`).join();
  const readRest = () => {
    readAgain(['custody', caseId]);
    readAgain(['timeline', 'intake', caseId]);
    readAgain(['support', caseId]);
  };
  useWhenChanged(moves, () => {
    readAgain(['timeline', 'support', caseId]);
    readRest();
  });
  useWhenChanged(records, readRest);
}

const readAgain = (queryKey: readonly string[]): void => void queryClient.invalidateQueries({ queryKey });

/** Acts when a value that was known becomes another one; becoming known is no change. */
function useWhenChanged(value: string | undefined, act: () => void): void {
  const known = useRef(value);
  useEffect(() => {
    if (known.current !== undefined && value !== undefined && known.current !== value) act();
    known.current = value ?? known.current;
  });
}
