import type { NotificationKind } from './notification.js';

/** How many lines of each kind wait to be told by mail. */
export type Waiting = Readonly<Partial<Record<NotificationKind, number>>>;

export const mailSubject = 'Ruang Kerja';

/**
 * What a mail says: that there is something to see, and nothing of what it is. It may be read on a shared telephone, by
 * someone who must not know that there is a case.
 */
export function mailText(waiting: Waiting): string {
  const tasks = waiting['new-task'] ?? 0;
  const deadlines = clockKinds.reduce((sum, kind) => sum + (waiting[kind] ?? 0), 0);
  const others = Object.values(waiting).reduce((sum, count) => sum + count, 0) - tasks - deadlines;
  const lines = [
    tasks > 0 ? `Ada ${tasks} tugas baru di Ruang Kerja.` : '',
    deadlines > 0 ? `Ada ${deadlines} batas waktu yang perlu dilihat di Ruang Kerja.` : '',
    others > 0 ? `Ada ${others} perubahan di Ruang Kerja.` : '',
    'Masuk untuk melihat.',
  ];
  return lines.filter(Boolean).join(' ');
}

const clockKinds = ['clock-warned', 'clock-missed', 'clock-escalated'] as const;

const second = 1_000;
const hour = 3_600 * second;

/** When to try again after so many failures in a row: soon at first, hourly in the end. */
export const nextAttempt = (failures: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(15 * second * 2 ** failures, hour));
