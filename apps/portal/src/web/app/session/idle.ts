/** On a desk that others pass, nothing stays in sight longer. */
export const lockAfterMs = 5 * 60_000;
/** From here on the page says how long the session still lasts. */
export const warnAfterMs = 15 * 60_000;

export type IdleStage = 'busy' | 'lock' | 'warn' | 'end';

/** What an idle time asks of the page. */
export function idleStage(idleMs: number, limitMs: number): IdleStage {
  if (idleMs >= limitMs) return 'end';
  if (idleMs >= warnAfterMs) return 'warn';
  return idleMs >= lockAfterMs ? 'lock' : 'busy';
}

/** Three presses of Shift alone within this time hide the screen. */
const withinMs = 3_000;

/** Counts presses of Shift that no other key interrupts. */
export function tripleShift(
  hide: () => void,
): (event: { key: string; repeat: boolean }, atMs: number) => void {
  let presses: number[] = [];
  return (event, atMs) => {
    if (event.repeat) return;
    presses = event.key === 'Shift' ? [...presses.filter((press) => atMs - press < withinMs), atMs] : [];
    if (presses.length < 3) return;
    presses = [];
    hide();
  };
}
