import type { Logger } from './logger.js';
import { typeNameOf } from './safe-error.js';

/** Lets Nest write through our logger: its messages and their component, nothing else. */
export class NestLogger {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.debug(componentOf(rest), textOf(message));
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.warn(componentOf(rest), textOf(message));
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    if (message instanceof Error) this.logger.error({ err: message, ...componentOf(rest) }, message.name);
    else this.logger.error(componentOf(rest), textOf(message));
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    this.error(message, ...rest);
  }

  debug(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.debug(componentOf(rest), textOf(message));
  }

  verbose(message: unknown, ...rest: readonly unknown[]): void {
    this.logger.trace(componentOf(rest), textOf(message));
  }
}

// Nest passes the component last; what stands before it (stacks, objects) is not ours to log.
const componentOf = (rest: readonly unknown[]): { component?: string } => {
  const last = rest.at(-1);
  return typeof last === 'string' && /^\w{1,60}$/.test(last) ? { component: last } : {};
};

// The first line only: Nest appends stacks of database errors to some messages.
const textOf = (message: unknown): string =>
  typeof message === 'string' ? message.split('\n', 1)[0]!.slice(0, 300) : typeNameOf(message);
