import { useSyncExternalStore } from 'react';
import { callApi, onSessionTrouble, ProblemReply } from '../call-api.js';
import { dropAllDrafts } from '../drafts.js';
import { queryClient } from '../query-client.js';
import { meQuery } from './me.js';
import { onOtherWindow, tellOtherWindows } from './session-channel.js';

/** `unknown` until the server has said whether the screen is locked. */
export type SessionState = 'unknown' | 'running' | 'locked' | 'ended';

let state: SessionState = 'unknown';
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSessionState = (): SessionState => useSyncExternalStore(subscribe, () => state);

/** Hides everything now, in every window, and lets the server refuse data until the person signs in again. */
export async function lockScreen(): Promise<void> {
  showLocked();
  tellOtherWindows('locked');
  await callApi('/api/session/locks', { method: 'POST' });
}

/** Nobody is signed in any more: what was shown and what was written goes with the session. */
export function endHere(): void {
  dropAllDrafts();
  queryClient.clear();
  become('ended');
  // A new page and not a new view: nothing of this one stays in memory or behind the back button.
  location.replace('/masuk?sebab=keluar');
}

/** Ends the session here, at the server and at Keycloak. */
export async function signOut(): Promise<void> {
  try {
    await callApi('/auth/logout', { method: 'POST' });
  } finally {
    tellOtherWindows('ended');
    endHere();
  }
}

/** A page starts: the state that the server knows is the state. */
export const startedAs = (isLocked: boolean): void => become(isLocked ? 'locked' : 'running');

function showLocked(): void {
  become('locked');
  // Drafts stay in memory: the same person comes back to them. What was read is read again.
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
}

let isConfirming = false;

/** Before anybody was found here, a refusal ends nothing: it only says that somebody must sign in first. */
const wasSomebodyHere = (): boolean => queryClient.getQueryData(meQuery.queryKey) !== undefined;

onSessionTrouble((problem) => {
  if (problem.code === 'screen-locked') showLocked();
  else if (state === 'running' && wasSomebodyHere() && !isConfirming) void confirmEnd();
});

/** A service may refuse a token for its own reasons; only the portal knows whether the session is over. */
async function confirmEnd(): Promise<void> {
  isConfirming = true;
  try {
    await callApi('/api/me');
  } catch (error) {
    if (error instanceof ProblemReply && error.status === 401) endHere();
  } finally {
    isConfirming = false;
  }
}

onOtherWindow((message) => {
  if (message === 'ended') endHere();
  if (message === 'locked') showLocked();
  if (message === 'unlocked') void reopen();
});

/** Somebody proved who they are. If it is another person, nothing of the former may stay. */
async function reopen(): Promise<void> {
  const former = queryClient.getQueryData(meQuery.queryKey);
  const me = await queryClient.query({ ...meQuery, staleTime: 0 });
  if (former && former.subject !== me.subject) location.assign('/');
  else become(me.session.isLocked ? 'locked' : 'running');
}
