import { QueryClient } from '@tanstack/react-query';
import { LineDown } from './call-api.js';
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

/** How often a page that others may change looks again, while it is on screen. */
export const liveEveryMs = 5_000;

/** How often it looks at what seldom changes by itself: each look leaves an audit entry, and those are for people. */
export const calmEveryMs = 30_000;
