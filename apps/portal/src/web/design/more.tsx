import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../app/language/language.js';
import { texts } from '../app/language/texts.js';
import type { Page } from '../data/page.js';
import { Button } from './button.js';
import { ErrorState, Skeleton } from './states.js';

const moreTexts = texts({
  id: { more: 'Tampilkan lebih banyak' },
  en: { more: 'Show more' },
});

interface Props<T> {
  readonly query: UseInfiniteQueryResult<{ pages: Page<T>[] }>;
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list that comes in pages: on its way, empty, failed, or there, with a button for the next page. */
export function Listed<T>({ query, empty, children }: Props<T>) {
  const t = useTexts(moreTexts);
  const items = query.data?.pages.flatMap((page) => page.items);
  if (!items)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={6} />
    );
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {query.hasNextPage && (
        <div>
          <Button
            kind="secondary"
            isBusy={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t.more}
          </Button>
        </div>
      )}
    </>
  );
}
