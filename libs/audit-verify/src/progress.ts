import type { Clock } from '@rujukan/kernel';

/** How far a long check has come, at most once a second; a terminal gets one line that changes, anything else plain lines. */
export class Progress {
  #next = 0;
  #isShown = false;

  constructor(
    private readonly clock: Clock,
    private readonly out: { readonly isTTY?: boolean; write(text: string): unknown },
  ) {}

  at(done: number, all: number): void {
    const now = this.clock.wall().getTime();
    if (this.#next === 0) this.#next = now + 1_000;
    if (now < this.#next) return;
    this.#next = now + (this.out.isTTY === true ? 1_000 : 10_000);
    this.#isShown = true;
    const line = `${done} / ${all} (${Math.floor((100 * done) / all)} %)`;
    this.out.write(this.out.isTTY === true ? `\r${line}` : `${line}\n`);
  }

  end(): void {
    if (this.#isShown && this.out.isTTY === true) this.out.write('\n');
  }
}
