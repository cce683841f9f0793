import type { ReactNode } from 'react';
import { useNow } from '../app/clock.js';
import { useLanguage } from '../app/language/language.js';
import { Numbers } from './numbers.js';
import { ago, dateTime } from './time.js';
import styles from './timeline.module.css';

export interface Moment {
  readonly key: string;
  /** RFC 3339. */
  readonly at: string;
  readonly title: string;
  readonly text?: ReactNode;
  readonly who?: string | undefined;
  readonly weight?: 'important' | 'alarm';
}

/** What happened, newest first: what, when in full and in words, and who. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  const { language } = useLanguage();
  const now = useNow();
  const newestFirst = moments.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  return (
    <ol className={styles['timeline']}>
      {newestFirst.map((moment) => (
        <li key={moment.key} className={`${styles['item']} ${moment.weight ? styles[moment.weight] : ''}`}>
          <span className={styles['title']}>
            <Numbers text={moment.title} />
          </span>
          {moment.text && <span>{moment.text}</span>}
          <span className={styles['meta']}>
            <time dateTime={moment.at}>{dateTime(moment.at, language)}</time>
            {now && ` · ${ago(moment.at, now, language)}`}
          </span>
          {moment.who && <span className={styles['meta']}>{moment.who}</span>}
        </li>
      ))}
    </ol>
  );
}
