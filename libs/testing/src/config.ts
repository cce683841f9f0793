import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const runFolder = new URL('../../../.run/', import.meta.url);

interface Backing {
  readonly postgresUrl: string;
  readonly brokers: string;
}

/**
 * Where the tests find a real PostgreSQL (superuser URL) and a real Kafka: from the environment that `npm test` sets,
 * else from `.run/backing.json`, which `node deploy/stack/backing.mjs` writes.
 *
 * @throws saying how to start one, when there is none.
 */
export function backing(): Backing {
  const { TEST_POSTGRES_URL: postgresUrl, TEST_KAFKA_BROKERS: brokers } = process.env;
  if (postgresUrl && brokers) return { postgresUrl, brokers };
  const file = new URL('backing.json', runFolder);
  if (!existsSync(file))
    throw new Error(
      'no test servers: run `node deploy/stack/backing.mjs`, or set TEST_POSTGRES_URL and TEST_KAFKA_BROKERS',
    );
  const found = JSON.parse(readFileSync(file, 'utf8')) as Backing;
  return { postgresUrl: postgresUrl ?? found.postgresUrl, brokers: brokers ?? found.brokers };
}

/** Path of the `stack.json` of the stack under test. */
export const stackFile = (): string =>
  process.env['TEST_STACK'] ?? fileURLToPath(new URL('stack.json', runFolder));
