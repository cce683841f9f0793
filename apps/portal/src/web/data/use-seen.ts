import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../app/session/me.js';
import { markRead, unreadQuery, type Notification } from './notifications.js';

/** Who looks at a handoff has read what was told of it. */
export const useSeen = (handoffId: string): void =>
  useRead((notification) => notification.handoffId === handoffId);

/** Who looks at the emergency accesses has read that there was one. */
export const useSeenEmergencies = (): void => useRead(({ kind }) => kind === 'emergency-access');

function useRead(isShown: (notification: Notification) => boolean): void {
  const isTold = useMay()('notification:read');
  const { data } = useQuery({ ...unreadQuery, enabled: isTold });
  const ids = (data?.items ?? [])
    .filter(isShown)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    // What cannot be marked now stays new until the next look.
    if (ids) markRead(ids.split(','), crypto.randomUUID()).catch(() => undefined);
  }, [ids]);
}
