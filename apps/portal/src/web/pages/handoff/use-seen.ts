import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { markRead, unreadQuery } from '../../data/notifications.js';

/** Who looks at a handoff has read what was told of it. */
export function useSeen(handoffId: string): void {
  const { data } = useQuery(unreadQuery);
  const ids = (data?.items ?? [])
    .filter((notification) => notification.handoffId === handoffId)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    // What cannot be marked now stays new until the next look.
    if (ids) markRead(ids.split(','), crypto.randomUUID()).catch(() => undefined);
  }, [ids]);
}
