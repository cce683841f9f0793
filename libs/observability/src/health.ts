/** Answers whether one thing that the process needs is there; throws or gives false when it is not. */
export type Probe = () => Promise<boolean>;

type State = 'up' | 'down' | 'alarm';

export interface Readiness {
  readonly ready: boolean;
  /** One word per probe: `up` or `down`; `alarm` where somebody must look and the process can work all the same. */
  readonly checks: Readonly<Record<string, State>>;
}

/** What must work before this process takes work. Only its own database belongs here, never a neighbour. */
export class HealthRegistry {
  private readonly probes = new Map<string, Probe>();
  private readonly remarks = new Map<string, () => boolean>();
  private isDraining = false;
  private running: Promise<Readiness['checks']> | undefined;

  add(name: string, probe: Probe): void {
    this.probes.set(name, probe);
  }

  /** Something that people must know and that keeps nothing from working: `alarm` while it is not well. */
  remark(name: string, isWell: () => boolean): void {
    this.remarks.set(name, isWell);
  }

  /** From now on the process is not ready: it finishes what it has and takes nothing new. */
  drain(): void {
    this.isDraining = true;
  }

  /**
   * Anyone may ask, so whoever asks while probes run gets their result: a flood of questions is one query.
   *
   * @param timeoutMs a probe that takes longer counts as down.
   */
  async readiness(timeoutMs = 2_000): Promise<Readiness> {
    this.running ??= this.check(timeoutMs).finally(() => {
      this.running = undefined;
    });
    const checks = await this.running;
    return { ready: !this.isDraining && Object.values(checks).every((state) => state !== 'down'), checks };
  }

  private async check(timeoutMs: number): Promise<Readiness['checks']> {
    const results = await Promise.all(
      [...this.probes].map(
        async ([name, probe]) => [name, (await passes(probe, timeoutMs)) ? 'up' : 'down'] as const,
      ),
    );
    const remarks = [...this.remarks].map(([name, isWell]) => [name, isWell() ? 'up' : 'alarm'] as const);
    return Object.fromEntries([...results, ...remarks]);
  }
}

async function passes(probe: Probe, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  try {
    return await Promise.race([probe(), late]);
  } catch {
    // Down is the answer, not an error: the reason stands in the log of whoever uses the thing.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
