import { notificationKind } from '@rujukan/contracts';
import type { Notification } from '../../data/notifications.js';
import type { NotificationsTexts } from './texts.js';

type Said = Pick<Notification, 'kind' | 'status'>;

/** What a notification says; a kind of news that this page does not know yet is read as its code list says it. */
export function sentenceOf(
  { kind, status }: Said,
  t: NotificationsTexts,
  display: (list: typeof notificationKind, code: string) => string,
): string {
  const key = kind === 'task-moved' || kind === 'task-ended' ? `task.${status ?? ''}` : kind;
  return Object.hasOwn(t, key)
    ? (t[key as keyof NotificationsTexts] as string)
    : display(notificationKind, kind);
}
