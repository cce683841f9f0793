/** What the parking tool needs from the environment of the service's worker. */
export interface ParkConfig {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
}

/** @throws naming the variables that are missing. */
export function parkConfig(env: Readonly<Record<string, string | undefined>> = process.env): ParkConfig {
  const { WORKER_DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = env;
  if (!databaseUrl || !brokers) throw new Error('WORKER_DATABASE_URL and KAFKA_BROKERS must be set');
  return { databaseUrl, brokers: brokers.split(',') };
}
