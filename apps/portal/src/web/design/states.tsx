import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { announce } from '../app/announcer.js';
import { LineDown, ProblemReply } from '../app/call-api.js';
import { useLanguage, useTexts } from '../app/language/language.js';
import { Button } from './button.js';
import { stateTexts } from './states.texts.js';
import styles from './states.module.css';
import { timeOfDay } from './time.js';

/** The shape of what is coming, so that nothing jumps when it arrives. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const t = useTexts(stateTexts);
  return (
    <div className={styles['skeleton']} role="status" aria-busy="true">
      <span className="visually-hidden">{t.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles['bone']} aria-hidden="true" />
      ))}
    </div>
  );
}

/** Nothing here, why that is, and what to do next. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={styles['state']}>
    <h2>{title}</h2>
    {children}
  </div>
);

/** What went wrong in words, the code to read out to support, and a way on. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTexts(stateTexts);
  const { title, text } = explain(error, t);
  return (
    <div className={`${styles['state']} ${styles['error']}`} role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {error instanceof ProblemReply && error.traceId && <TraceCode traceId={error.traceId} />}
      {onRetry && (
        <Button kind="secondary" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}

function explain(error: unknown, t: (typeof stateTexts)['id']): { title: string; text: string } {
  if (error instanceof LineDown) return { title: t.lineTitle, text: t.lineText };
  if (!(error instanceof ProblemReply)) return { title: t.failedTitle, text: '' };
  if (error.status === 404) return { title: t.notFoundTitle, text: t.notFoundText };
  return { title: t.failedTitle, text: error.title };
}

export function TraceCode({ traceId }: { traceId: string }) {
  const t = useTexts(stateTexts);
  return <Code label={t.trace} code={traceId} />;
}

/** A code to read out or to send on, with a button that copies it. */
export function Code({ label, code }: { readonly label: string; readonly code: string }) {
  const t = useTexts(stateTexts);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    announce(t.copied);
  };
  return (
    <div className={styles['trace']}>
      <span>
        {label} <code>{code}</code>
      </span>
      <Button kind="quiet" onClick={() => void copy()}>
        {t.copy}
      </Button>
    </div>
  );
}

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** One answer in its four lives: on its way, there, there but no longer fresh, and failed. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  const t = useTexts(stateTexts);
  const { language } = useLanguage();
  if (query.data === undefined)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton {...(lines === undefined ? {} : { lines })} />
    );
  // Gone is gone: what was taken away must not stay on the screen.
  if (query.error instanceof ProblemReply && query.error.status === 404)
    return <ErrorState error={query.error} />;
  return (
    <>
      {query.isError && (
        <p className={styles['stale']} role="status">
          {t.stale(timeOfDay(new Date(query.dataUpdatedAt).toISOString(), language))}
        </p>
      )}
      {children(query.data)}
    </>
  );
}
