import { useCallback, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorState, Skeleton } from '../../design/states.js';
import { LineDown } from '../call-api.js';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A page that is loaded when somebody goes there. When the line is down it says so and can be tried again;
 * it never loads the whole portal anew, for that would throw away what is not sent yet.
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
    useEffect(() => {
      if (!loaded) open();
    }, [open]);
    if (Page) return <Page {...props} />;
    return hasFailed ? <ErrorState error={new LineDown()} onRetry={open} /> : <Skeleton lines={8} />;
  };
}

/** Fetches all pages while nothing else is going on, so that they open although the line is down later. */
export async function fetchPages(): Promise<void> {
  for (const fetchPage of loaders)
    // One that cannot be fetched now is fetched when somebody goes there.
    await fetchPage().catch(() => undefined);
}
