import { createLogger, exitOnCrash } from '@rujukan/observability';
import { systemClock } from '@rujukan/time';
import { readConfig } from './config.js';
import { startWitness } from './start-witness.js';

const fields = ['size'];
try {
  const config = readConfig();
  const log = createLogger('witness', { level: config.logLevel, fields });
  exitOnCrash(log);
  const witness = await startWitness(config, systemClock, log);
  const end = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'witness stops');
    void witness.close();
  };
  process.once('SIGTERM', end).once('SIGINT', end);
} catch (error) {
  const reason = error instanceof Error ? error.message : 'unknown';
  createLogger('witness').fatal({ err: error, reason }, 'the witness does not start');
  process.exitCode = 1;
}
