import { createHash } from 'node:crypto';
import pg from 'pg';
import { isPlanOutdated } from '@rujukan/messaging';

/** Most statements that are named; text that is put together anew each time must not fill the server's memory. */
const most = 1_000;
const names = new Map<string, string>();

/**
 * A connection that plans each statement once. Row security writes its conditions into every statement, and planning
 * those costs more than running them.
 */
export class PreparingClient extends pg.Client {
  private generation = 0;

  override query = ((...args: unknown[]) => {
    const [text, values, ...more] = args;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    if (name === undefined || values === undefined || more.length > 0) return this.send(...args);
    const named = { text, values, name: `${name}-${this.generation}` };
    return (this.send(named) as Promise<unknown>).catch((error: unknown) => {
      // A migration changed what the statement gives: it is planned again, all others too.
      if (isPlanOutdated(error)) this.generation += 1;
      throw error;
    });
  }) as pg.Client['query'];

  private send(...args: unknown[]): unknown {
    return super.query(...(args as [pg.QueryConfig]));
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= most) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
