import { createRoute, createRouter } from '@tanstack/react-router';
import { SignInView, type SignInReason } from '../pages/sign-in/view.js';
import { UnlockedView } from '../pages/unlocked/view.js';
import { queryClient } from './query-client.js';
import { root, shell } from './routes/frame.js';
import { workRoutes } from './routes/work-routes.js';
import { text } from './routes/search.js';

const reasons: readonly string[] = ['gagal', 'tidak-tersedia', 'keluar'] satisfies SignInReason[];

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/masuk',
  validateSearch: (search: Record<string, unknown>): { sebab?: SignInReason; ke?: string } => ({
    ...(reasons.includes(String(search['sebab'])) ? { sebab: search['sebab'] as SignInReason } : {}),
    ...(text(search['ke']) ? { ke: String(search['ke']) } : {}),
  }),
  component: function SignIn() {
    const { sebab, ke } = signIn.useSearch();
    return <SignInView reason={sebab} returnTo={ke} />;
  },
});

/** The server answers here with this page, and a 503, when it cannot send anybody to Keycloak. */
const signInUnavailable = createRoute({
  getParentRoute: () => root,
  path: '/auth/login',
  component: () => <SignInView reason="tidak-tersedia" />,
});

const unlocked = createRoute({ getParentRoute: () => root, path: '/terbuka', component: UnlockedView });

const routeTree = root.addChildren([signIn, signInUnavailable, unlocked, shell.addChildren(workRoutes)]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
