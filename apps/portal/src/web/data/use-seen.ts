import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../app/session/me.js';
import { markRead, unreadQuery, type Notification } from './notifications.js';

/** Who looks at a handoff has read what was told of it. */
export const useSeen = (handoffId: string): void =>
  useRead((notification) => notification.handoffId === handoffId);

/** Who looks at the emergency accesses has read that there was one. */
export const useSeenEmergencies = (): void =>
  useRead(({ kind, definition }) => kind === 'emergency-access' || definition === 'break-glass-review');

/** Who looks at a case has read of its deadlines. */
export const useSeenCase = (caseId: string): void =>
  useRead((notification) => notification.caseId === caseId);

/** Who looks at the deadlines has read of those that lead to neither handoff nor case. */
export const useSeenDeadlines = (): void =>
  useRead(
    ({ definition, handoffId, caseId }) =>
      definition !== undefined && handoffId === undefined && caseId === undefined,
  );

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
