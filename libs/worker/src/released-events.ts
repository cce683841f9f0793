import { backOff, pauseUnless, type KafkaStrategy, type Log } from '@rujukan/messaging';

const lookEveryMs = 2_000;

/** Handles the parked events that an operator has released, in the worker, where the handlers are. */
export class ReleasedEvents {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly strategy: KafkaStrategy,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted;) {
      try {
        const count = await this.strategy.retryReleased();
        if (count > 0) this.log.info({ count }, 'parked events were handled');
        failures = 0;
      } catch (error) {
        failures += 1;
        this.log.warn({ err: error, attempt: failures }, 'parked events could not be tried');
      }
      await pauseUnless(signal, Math.max(lookEveryMs, backOff(failures)));
    }
  }
}
