import type { ReactNode } from 'react';
import styles from './rows.module.css';

/** A list of things to open. */
export const Rows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={styles['rows']} aria-label={label}>
    {children}
  </ul>
);

interface RowProps {
  /** The one link of the row. */
  readonly link: ReactNode;
  readonly sub?: ReactNode;
  /** States and deadlines. */
  readonly side?: ReactNode;
}

export const Row = ({ link, sub, side }: RowProps) => (
  <li className={styles['row']}>
    <div className={styles['main']}>
      {link}
      {sub && <span className={styles['sub']}>{sub}</span>}
    </div>
    {side && <div className={styles['side']}>{side}</div>}
  </li>
);
