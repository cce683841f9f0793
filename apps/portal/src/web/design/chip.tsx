import type { ReactNode } from 'react';
import { useNow } from '../app/clock.js';
import { useLanguage } from '../app/language/language.js';
import styles from './chip.module.css';
import { dateTime, timeLeft, urgency } from './time.js';

export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger';

/** A state in words; the colour only repeats what the words say. */
export const Chip = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`${styles['chip']} ${styles[tone]}`}>{children}</span>
);

const toneOf = { overdue: 'danger', soon: 'warn', calm: 'neutral' } as const;

/** `sisa 4 jam`, `lewat 2 jam`, with the instant itself for whoever points at it or listens. */
export function DeadlineChip({ dueAt }: { dueAt: string }) {
  const now = useNow();
  const { language } = useLanguage();
  if (!now) return null;
  return (
    <Chip tone={toneOf[urgency(dueAt, now)]}>
      <time dateTime={dueAt} title={dateTime(dueAt, language)}>
        {timeLeft(dueAt, now, language)}
      </time>
    </Chip>
  );
}
