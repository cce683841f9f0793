import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@rujukan/observability';
import type { SignCheckpoint, SignerRefusal } from './sign-checkpoint.js';

/** Half a second between two heads at most: an entry is covered within one, and a busy log does not flood its readers. */
const everyMs = 500;
const longestPauseMs = 10_000;
const sayAgainAfter = 120;

/** Looks at the log twice a second for as long as the process runs. */
export class SignCheckpointTimer {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private isWell = false;
  private failures = 0;
  private refused: SignerRefusal | undefined;

  constructor(
    private readonly signCheckpoint: SignCheckpoint,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Lets a signature in hand be published. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Whether the last look was a good one. */
  isReady(): boolean {
    return this.isWell;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.look();
      const ms = Math.min(longestPauseMs, everyMs * 2 ** Math.min(this.failures, 5));
      await pause(this.refused ? everyMs : ms, undefined, { signal }).catch(() => undefined); // told to stop
    }
  }

  private async look(): Promise<void> {
    try {
      const outcome = await this.signCheckpoint.execute();
      this.isWell = outcome.ok;
      this.failures = outcome.ok ? 0 : this.failures + 1;
      if (!outcome.ok) this.tell(outcome.reason);
      this.refused = outcome.ok ? undefined : outcome.reason;
    } catch (error) {
      this.isWell = false;
      this.failures += 1;
      this.log.warn({ err: error, attempt: this.failures }, 'the head of the log could not be looked at');
    }
  }

  private tell(reason: SignerRefusal): void {
    const isNews = reason !== this.refused || this.failures % sayAgainAfter === 0;
    if (isNews) this.log.fatal({ reason }, 'NOTHING IS SIGNED: the log does not continue what was signed');
  }
}
