import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.js';

const windowSeconds = 60;

const perWindow = (points: number) => new RateLimiterMemory({ points, duration: windowSeconds });

/** Bounds how often one caller may ask, and how many things that are not there it may ask for. */
export class RateLimit {
  private readonly budgets: { readonly default: RateLimiterMemory; readonly anonymous: RateLimiterMemory };
  private readonly misses: RateLimiterMemory;
  private readonly missed = perWindow(1);
  private readonly scarce = new Map<string, RateLimiterMemory>();

  /**
   * @param perMinute requests of one subject; without a valid token a tenth of it, per address; and a thirtieth of it
   *   (200 by default) distinct things that one subject may fail to find, since more is guessing.
   */
  constructor(perMinute: number) {
    this.budgets = {
      default: perWindow(perMinute),
      anonymous: perWindow(Math.max(1, Math.floor(perMinute / 10))),
    };
    this.misses = perWindow(Math.max(10, Math.floor(perMinute / 30)));
  }

  /**
   * Counts one request of a subject and says on the answer what is left.
   *
   * @throws Problem 429
   */
  async count(subject: string, reply: FastifyReply): Promise<void> {
    await this.consume('default', subject, reply);
    const misses = await this.misses.get(subject);
    if (misses !== null && misses.consumedPoints > this.misses.points) throw tooMany(misses);
  }

  /**
   * Counts one request of an address without a valid token.
   *
   * @throws Problem 429
   */
  async countAnonymous(address: string, reply: FastifyReply): Promise<void> {
    await this.consume('anonymous', address, reply);
  }

  /**
   * Counts one request to a route that has a budget of its own.
   *
   * @throws Problem 429
   */
  async countScarce(route: string, perMinute: number, subject: string): Promise<void> {
    const budget = this.scarce.get(route) ?? perWindow(perMinute);
    this.scarce.set(route, budget);
    const result = await budget.consume(subject).catch(resultOf);
    if (result.consumedPoints > budget.points) throw tooMany(result);
  }

  /** Counts a thing that was asked for and is not there (or not for this subject); once per thing. */
  async miss(subject: string, path: string): Promise<void> {
    const seen = await this.missed.consume(`${subject} ${path}`).catch(resultOf);
    if (seen.consumedPoints === 1) await this.misses.consume(subject).catch(resultOf);
  }

  private async consume(name: 'default' | 'anonymous', caller: string, reply: FastifyReply): Promise<void> {
    const budget = this.budgets[name];
    const result = await budget.consume(caller).catch(resultOf);
    reply.header('ratelimit-policy', `"${name}";q=${budget.points};w=${windowSeconds}`);
    reply.header('ratelimit', `"${name}";r=${result.remainingPoints};t=${secondsUntil(result)}`);
    if (result.consumedPoints > budget.points) throw tooMany(result);
  }
}

const secondsUntil = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1000));

const tooMany = (result: RateLimiterRes) =>
  new Problem('too-many-requests', {}, { 'retry-after': String(secondsUntil(result)) });

// The library rejects with the same result object that it resolves with.
function resultOf(result: unknown): RateLimiterRes {
  if (result instanceof RateLimiterRes) return result;
  throw result;
}
