import { QueryClient } from '@tanstack/react-query';
import { LineDown, ProblemReply } from './call-api.js';
import { maySoonBeThere } from './patience.js';

/** Answers live in memory, briefly; nothing is ever written to the device. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The portal may be on this very machine: only a call tells whether it can be reached.
      networkMode: 'always',
      staleTime: 2_000,
      gcTime: 60_000,
      retry: (failures, error) =>
        error instanceof LineDown ? failures < 2 : failures < 4 && maySoonBeThere(error),
      retryDelay: (failures) => 500 * 2 ** failures,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

interface Watched {
  readonly state: { readonly error: Error | null };
}

/** Looks again after some time, unless a service has said no: asking on would only leave a trail of refusals. */
const every =
  (ms: number) =>
  ({ state }: Watched): number | false =>
    state.error instanceof ProblemReply && state.error.status < 500 ? false : ms;

/** For what others change while somebody waits for it, as long as it is on screen. */
export const often = every(5_000);

/** For what seldom changes by itself: each look leaves an audit entry, and those are for people. */
export const seldom = every(30_000);
