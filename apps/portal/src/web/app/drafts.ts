import { useSyncExternalStore } from 'react';

/** What is not sent yet. `unsent`: sending was tried and nobody answered, so it may or may not have arrived. */
export interface Draft<T> {
  readonly values: T;
  /** Key of the act: a repetition with it is never done twice. */
  readonly key: string;
  readonly state: 'editing' | 'unsent';
}

// Memory only: what people write here must never lie in a browser's storage.
const drafts = new Map<string, Draft<unknown>>();
const listeners = new Set<() => void>();
let snapshot: readonly [string, Draft<unknown>][] = [];

function changed(): void {
  snapshot = [...drafts];
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const findDraft = <T>(name: string): Draft<T> | undefined => drafts.get(name) as Draft<T> | undefined;

/** Keeps what was written. The key stays the same until the draft is dropped. */
export function keepDraft<T>(
  name: string,
  values: T,
  { state = 'editing', key = crypto.randomUUID() }: Partial<Pick<Draft<T>, 'state' | 'key'>> = {},
): Draft<T> {
  const draft: Draft<T> = { values, state, key: findDraft<T>(name)?.key ?? key };
  drafts.set(name, draft);
  changed();
  return draft;
}

export function dropDraft(name: string): void {
  if (drafts.delete(name)) changed();
}

/** Whether anything is written that is not sent yet. */
export const hasDrafts = (): boolean => drafts.size > 0;

/** At sign-out: nothing of one person is left for the next. */
export function dropAllDrafts(): void {
  drafts.clear();
  changed();
}

/** Names of drafts that were sent into a dead line. */
export const useUnsent = (): readonly string[] =>
  useSyncExternalStore(subscribe, () => snapshot)
    .filter(([, draft]) => draft.state === 'unsent')
    .map(([name]) => name);
