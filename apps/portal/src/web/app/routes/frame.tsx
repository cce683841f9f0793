import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  useRouter,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { ErrorState } from '../../design/states.js';
import { NotFoundView } from '../../pages/not-found/view.js';
import { ProblemReply } from '../call-api.js';
import { meQuery } from '../session/me.js';
import styles from '../shell/shell.module.css';
import { Shell } from '../shell/shell.js';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundView,
});

/** The portal itself could not be asked who is here. */
function FrameError({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <main className={styles['alone']}>
      <ErrorState error={error} onRetry={() => void router.invalidate()} />
    </main>
  );
}

/** Pages behind the door. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'ruang',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.query({ ...meQuery, staleTime: 'static' });
    } catch (error) {
      if (!(error instanceof ProblemReply) || error.status !== 401) throw error;
      redirect({
        throw: true,
        to: '/masuk',
        search: location.pathname === '/' ? {} : { ke: location.pathname },
      });
    }
  },
  errorComponent: FrameError,
  component: Shell,
});
