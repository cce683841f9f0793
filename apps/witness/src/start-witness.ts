import { HeadFolder, signingKeyFile } from '@rujukan/head-file';
import type { Clock } from '@rujukan/kernel';
import { HealthRegistry, type Logger } from '@rujukan/observability';
import { cosigner, formatVerifierKey, nodeCrypto, openNote, parseNote } from '@rujukan/tlog';
import { AddCheckpointHttp } from './add-checkpoint/add-checkpoint.http.js';
import { AddCheckpoint } from './add-checkpoint/add-checkpoint.js';
import type { WitnessConfig } from './config.js';
import { GetCheckpointHttp } from './get-checkpoint/get-checkpoint.http.js';
import { GetCheckpoint } from './get-checkpoint/get-checkpoint.query.js';
import { WitnessServer, type Route } from './server.js';

export interface RunningWitness {
  readonly url: string;
  /** Answers what was asked and lets go of the memory. */
  close(): Promise<void>;
}

/**
 * Starts a witness. Time is the machine's own: what it signs is when it saw a head.
 *
 * @throws when the key or the memory cannot be trusted, or when another process has the memory.
 */
export async function startWitness(
  config: WitnessConfig,
  clock: Clock,
  log: Logger,
): Promise<RunningWitness> {
  const signer = cosigner(nodeCrypto, config.name, signingKeyFile(config.keyFile), () => clock.wall());
  const isOwn = (note: string): boolean => {
    const parsed = parseNote(note);
    return parsed !== null && openNote(nodeCrypto, parsed, [signer.key]).ok;
  };
  const heads = await HeadFolder.open(config.stateFolder, isOwn);
  const keysOf = (origin: string) => config.logs.filter(({ name }) => name === origin);
  const addCheckpoint = new AddCheckpoint({ crypto: nodeCrypto, signer, store: heads, keysOf }, log);
  const health = new HealthRegistry();
  health.add('memory', () => Promise.resolve(addCheckpoint.canRemember()));
  const server = new WitnessServer(
    [
      new AddCheckpointHttp(addCheckpoint),
      new GetCheckpointHttp(new GetCheckpoint(heads)),
      ...healthRoutes(health),
    ],
    log,
  );
  try {
    const url = await server.listen(config.host, config.port);
    log.info({ url, key: formatVerifierKey(signer.key), count: config.logs.length }, 'witness runs');
    return { url, close: () => close(server, heads, health) };
  } catch (error) {
    await heads.close();
    throw error;
  }
}

async function close(server: WitnessServer, heads: HeadFolder, health: HealthRegistry): Promise<void> {
  health.drain();
  await server.close();
  await heads.close();
}

const healthRoutes = (health: HealthRegistry): Route[] => [
  {
    method: 'GET',
    path: /^\/livez$/,
    maxBytes: 0,
    answer: () => Promise.resolve(json(200, { alive: true })),
  },
  {
    method: 'GET',
    path: /^\/readyz$/,
    maxBytes: 0,
    answer: async () => {
      const readiness = await health.readiness();
      return json(readiness.ready ? 200 : 503, readiness);
    },
  },
];

const json = (status: number, body: object) => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(body),
});
