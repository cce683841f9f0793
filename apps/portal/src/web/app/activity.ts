let lastInputAt = performance.now();
let isReported = false;

function noteInput(): void {
  lastInputAt = performance.now();
  isReported = false;
}

/** Called once, when the page starts. */
export function watchActivity(): void {
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    addEventListener(type, noteInput, { passive: true, capture: true });
}

/** Milliseconds since a person last touched the page. */
export const idleMs = (): number => performance.now() - lastInputAt;

/** True once after each input: the call that carries it keeps the session alive, the polls after it do not. */
export function takeActivity(): boolean {
  if (isReported) return false;
  isReported = true;
  return true;
}
