import type { Logger } from './logger.js';

/**
 * Makes a bug that nobody caught one line in the log and the end of the process, in place of Node's own report,
 * which would print the error's message.
 */
export function exitOnCrash(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'crashed');
    process.exit(1);
  });
}
