import { HeadFolder, signingKeyFile } from '@rujukan/head-file';
import type { Clock } from '@rujukan/kernel';
import { HealthRegistry, serveHealth, type Logger } from '@rujukan/observability';
import { formatVerifierKey, nodeCrypto, noteSigner, openNote, parseNote } from '@rujukan/tlog';
import { SignCheckpoint } from './checkpoints/sign-checkpoint/sign-checkpoint.js';
import { SignCheckpointTimer } from './checkpoints/sign-checkpoint/sign-checkpoint.timer.js';
import type { SignerConfig } from './signer.config.js';
import { openSignerPool } from './storage/signer.pool.js';

export interface RunningSigner {
  /** Where /livez and /readyz are. */
  readonly url: string;
  /** Finishes a signature in hand and lets go of the memory. */
  close(): Promise<void>;
}

/**
 * Starts the process that signs the heads of the log. Time is the machine's own.
 *
 * @throws when the key or the memory cannot be trusted, or when another process has the memory.
 */
export async function startSigner(config: SignerConfig, clock: Clock, log: Logger): Promise<RunningSigner> {
  const signers = config.keyFiles.map((file) => noteSigner(nodeCrypto, config.origin, signingKeyFile(file)));
  const keys = signers.map(({ key }) => key);
  const heads = await HeadFolder.open(config.stateFolder, (text) => {
    const note = parseNote(text);
    return note !== null && openNote(nodeCrypto, note, keys).ok;
  });
  const database = openSignerPool(config.databaseUrl);
  const { origin } = config;
  const timer = new SignCheckpointTimer(new SignCheckpoint({ database, heads, origin, signers, clock }), log);
  const health = new HealthRegistry();
  health.add('log', () => Promise.resolve(timer.isReady()));
  const close = async (): Promise<void> => {
    health.drain();
    await timer.stop();
    await heads.close();
    await database.close();
  };
  try {
    const server = await serveHealth(config.host, config.port, {
      dead: () => [],
      readiness: () => health.readiness(),
    });
    timer.start();
    log.info({ url: server.url, keys: keys.map(formatVerifierKey) }, 'signer runs');
    return { url: server.url, close: () => close().then(() => server.close()) };
  } catch (error) {
    await close();
    throw error;
  }
}
