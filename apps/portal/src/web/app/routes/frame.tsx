import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { ErrorState } from '../../design/states.js';
import { NotFoundView } from '../../pages/not-found/view.js';
import { ProblemReply } from '../call-api.js';
import { meQuery } from '../session/me.js';
import { Shell } from '../shell/shell.js';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundView,
});

/** Pages behind the door. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'ruang',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof ProblemReply) || error.status !== 401) throw error;
      throw redirect({ to: '/masuk', search: location.pathname === '/' ? {} : { ke: location.pathname } });
    }
  },
  errorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  component: Shell,
});
