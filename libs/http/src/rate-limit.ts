import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.js';

const windowSeconds = 60;

/** Distinct things that one caller may fail to find in a minute; more is guessing. */
const unknownThingsPerMinute = 200;

/** Bounds how often one caller may ask, and how many things that are not there it may ask for. */
export class RateLimit {
  private readonly limiters: { readonly named: RateLimiterMemory; readonly anonymous: RateLimiterMemory };
  private readonly misses = new RateLimiterMemory({
    points: unknownThingsPerMinute,
    duration: windowSeconds,
  });
  private readonly missed = new RateLimiterMemory({ points: 1, duration: windowSeconds });
  private readonly policy: { readonly named: string; readonly anonymous: string };

  /** @param perMinute requests of one subject; without a valid token a tenth of it, per address. */
  constructor(perMinute: number) {
    const anonymous = Math.max(1, Math.floor(perMinute / 10));
    this.limiters = {
      named: new RateLimiterMemory({ points: perMinute, duration: windowSeconds }),
      anonymous: new RateLimiterMemory({ points: anonymous, duration: windowSeconds }),
    };
    this.policy = {
      named: `"default";q=${perMinute};w=${windowSeconds}`,
      anonymous: `"anonymous";q=${anonymous};w=${windowSeconds}`,
    };
  }

  /**
   * Counts one request and says on the answer what is left.
   *
   * @throws Problem 429
   */
  async count(kind: 'named' | 'anonymous', caller: string, reply: FastifyReply): Promise<void> {
    const result = await this.limiters[kind].consume(caller).catch(resultOf);
    const name = kind === 'named' ? 'default' : 'anonymous';
    const seconds = Math.ceil(result.msBeforeNext / 1000);
    reply.header('ratelimit-policy', this.policy[kind]);
    reply.header('ratelimit', `"${name}";r=${result.remainingPoints};t=${seconds}`);
    if (result.consumedPoints > this.limiters[kind].points) throw tooMany(seconds);
    if (kind === 'named') await this.refuseGuessers(caller);
  }

  /** Counts a thing that was asked for and is not there (or not for this caller); once per thing. */
  async miss(caller: string, path: string): Promise<void> {
    const first = await this.missed.consume(`${caller} ${path}`).then(
      () => true,
      () => false,
    );
    if (first) await this.misses.consume(caller).catch(resultOf);
  }

  private async refuseGuessers(caller: string): Promise<void> {
    const result = await this.misses.get(caller);
    if (result !== null && result.consumedPoints > unknownThingsPerMinute)
      throw tooMany(Math.ceil(result.msBeforeNext / 1000));
  }
}

const tooMany = (seconds: number) =>
  new Problem('too-many-requests', {}, { 'retry-after': String(Math.max(1, seconds)) });

// The library rejects with the same result object that it resolves with.
function resultOf(result: unknown): RateLimiterRes {
  if (result instanceof RateLimiterRes) return result;
  throw result;
}
