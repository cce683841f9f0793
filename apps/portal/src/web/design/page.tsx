import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Numbers } from './numbers.js';
import styles from './page.module.css';

interface PageProps {
  /** For the browser's tab: unique, and it tells nothing about anybody. */
  readonly tab: string;
  readonly heading: string;
  readonly lead?: ReactNode;
  /** The way back to where this page belongs. */
  readonly back?: ReactNode;
  /** A form: lines stay short enough to read. */
  readonly isForm?: boolean;
  readonly children: ReactNode;
}

let isFirstPage = true;

/** A page: names the tab, and moves the focus to its heading when a person comes from another page. */
export function Page({ tab, heading, lead, back, isForm = false, children }: PageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · Ruang Kerja`;
  }, [tab]);
  useEffect(() => {
    if (!isFirstPage) {
      scrollTo(0, 0);
      title.current?.focus();
    }
    isFirstPage = false;
  }, []);
  return (
    <div className={`${styles['page']} ${isForm ? styles['form'] : ''}`}>
      <div className={styles['head']}>
        {back && <div className={styles['back']}>{back}</div>}
        <h1 ref={title} tabIndex={-1}>
          <Numbers text={heading} />
        </h1>
        {lead && <p className={styles['lead']}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}

interface PanelProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One matter of a page, a region with its heading. */
export function Panel({ title, aside, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <div className={styles['panelHead']}>
        <h2 id={id}>
          <Numbers text={title} />
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

type NoticeTone = 'info' | 'warn' | 'danger' | 'ok';

export const Notice = ({ tone = 'info', children }: { tone?: NoticeTone; children: ReactNode }) => (
  <div className={`${styles['notice']} ${tone === 'info' ? '' : styles[tone]}`}>{children}</div>
);

export type Fact = readonly [name: string, value: ReactNode];

/** Names and values; what is empty is left out. */
export const Facts = ({ facts }: { facts: readonly (Fact | false | undefined)[] }) => (
  <dl className={styles['facts']}>
    {facts
      .filter(
        (fact): fact is Fact => Boolean(fact) && (fact as Fact)[1] !== undefined && (fact as Fact)[1] !== '',
      )
      .map(([name, value]) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
