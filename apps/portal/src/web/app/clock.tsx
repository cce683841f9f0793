import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callApi } from './call-api.js';

/** Where the work's time stood when we last asked, and how long the page had been open then. */
let known: { readonly at: number; readonly asked: number } | undefined;

/** The time the work happens in: the server's, which a demo may have moved, and not this device's. */
export const workNow = (): Date | undefined => known && new Date(known.at + performance.now() - known.asked);

const readClock = async (): Promise<string> => {
  const { now } = await callApi<{ now: string }>('/api/now');
  known = { at: new Date(now).getTime(), asked: performance.now() };
  return now;
};

/** Keeps deadlines in step with the server; ticks often enough for "sisa 4 menit". */
export function useNow(): Date | undefined {
  useQuery({ queryKey: ['now'], queryFn: readClock, refetchInterval: 20_000, staleTime: 10_000 });
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 10_000);
    return () => clearInterval(timer);
  }, []);
  return workNow();
}
