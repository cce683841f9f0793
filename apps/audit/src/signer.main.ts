import { createLogger, exitOnCrash } from '@rujukan/observability';
import { systemClock } from '@rujukan/time';
import { readSignerConfig } from './signer.config.js';
import { startSigner } from './start-signer.js';

try {
  const config = readSignerConfig();
  const log = createLogger('audit-signer', { level: config.logLevel });
  exitOnCrash(log);
  const signer = await startSigner(config, systemClock, log);
  const end = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'signer stops');
    void signer.close();
  };
  process.once('SIGTERM', end).once('SIGINT', end);
} catch (error) {
  const reason = error instanceof Error ? error.message : 'unknown';
  createLogger('audit-signer').fatal({ err: error, reason }, 'the signer does not start');
  process.exitCode = 1;
}
