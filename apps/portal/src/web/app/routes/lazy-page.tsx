import { useCallback, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorState, Skeleton } from '../../design/states.js';
import { LineDown } from '../call-api.js';
import { hasDrafts } from '../drafts.js';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A page that is loaded when somebody goes there. When the line is down it says so and can be tried again. A browser
 * remembers that a file could not be fetched and does not ask again, so the second try loads the portal anew, but
 * only while nothing is written that is not sent yet: that would be thrown away.
 */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  let loaded: ComponentType<Props> | undefined;
  const fetchPage = async () => (loaded ??= await load());
  loaders.push(fetchPage);
  return function LazyPage(props: Props) {
    const [Page, show] = useState<ComponentType<Props> | undefined>(() => loaded);
    const [hasFailed, fail] = useState(false);
    const open = useCallback(() => {
      fail(false);
      fetchPage().then(
        (page) => show(() => page),
        () => fail(true),
      );
    }, []);
    const retry = () => (navigator.onLine && !hasDrafts() ? window.location.reload() : open());
    useEffect(() => {
      if (!loaded) open();
    }, [open]);
    if (Page) return <Page {...props} />;
    return hasFailed ? <ErrorState error={new LineDown()} onRetry={retry} /> : <Skeleton lines={8} />;
  };
}

/** Fetches all pages while nothing else is going on, so that they open although the line is down later. */
export async function fetchPages(): Promise<void> {
  for (const fetchPage of loaders) {
    if (!navigator.onLine) return;
    // Without a line each try would spoil one page more; the rest is fetched when somebody goes there.
    const isFetched = await fetchPage().then(
      () => true,
      () => false,
    );
    if (!isFetched) return;
  }
}
