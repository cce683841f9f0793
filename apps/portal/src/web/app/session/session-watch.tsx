import { useEffect } from 'react';
import { idleMs } from '../activity.js';
import { idleStage, tripleShift } from './idle.js';
import { lockScreen, signOut, useSessionState } from './session-state.js';

/** Hides the screen when nobody is at the desk, or at three presses of Shift; ends the session when it has run out. */
export function useSessionWatch(idleLimitMs: number): void {
  const state = useSessionState();
  useEffect(() => {
    if (state === 'ended') return undefined;
    const timer = setInterval(() => {
      const stage = idleStage(idleMs(), idleLimitMs);
      if (stage === 'end') void signOut();
      else if (stage !== 'busy' && state === 'running') void lockScreen();
    }, 5_000);
    return () => clearInterval(timer);
  }, [state, idleLimitMs]);
  useEffect(() => {
    if (state !== 'running') return undefined;
    const onShift = tripleShift(() => void lockScreen());
    const onKey = (event: KeyboardEvent) => onShift(event, performance.now());
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [state]);
}
