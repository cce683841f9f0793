import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { safeError, typeNameOf } from './safe-error.js';

/** A logger that writes one JSON line per event and only fields that are on the list. */
export type Logger = PinoLogger;

export interface LoggerOptions {
  readonly level?: string;
  /** Further field names that this service may log. Each holds an id, a code, a count or a duration. */
  readonly fields?: readonly string[];
  /** Where lines go; standard output if absent. */
  readonly destination?: DestinationStream;
}

const commonFields = [
  ...[
    'requestId',
    'traceId',
    'method',
    'route',
    'status',
    'ms',
    'code',
    'reason',
    'outcome',
    'type',
    'action',
  ],
  ...[
    'actor',
    'agency',
    'client',
    'permission',
    'topic',
    'partition',
    'offset',
    'event',
    'consumer',
    'timer',
  ],
  ...[
    'count',
    'attempt',
    'attempts',
    'lag',
    'delayMs',
    'port',
    'host',
    'url',
    'component',
    'migration',
    'signal',
  ],
  ...[
    'service',
    'version',
    'pid',
    'keys',
    'id',
    'key',
    'position',
    'from',
    'to',
    'seconds',
    'bytes',
    'level',
  ],
] as const;

/**
 * The service's logger. A field that is not on the list is replaced by the name of its type, an error by
 * {@link safeError}, a long string by its beginning; further arguments after the message are dropped.
 */
export function createLogger(service: string, options: LoggerOptions = {}): Logger {
  const allowed = new Set<string>([...commonFields, ...(options.fields ?? [])]);
  const settings = {
    level: options.level ?? 'info',
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => onlyAllowed(fields, allowed),
    },
    // Errors are reduced above; pino's own serializer would take them apart again.
    serializers: { err: (value: unknown) => value },
    hooks: { logMethod: twoArgumentsOnly },
  };
  return options.destination
    ? pino(settings, options.destination)
    : pino(settings, pino.destination({ sync: false }));
}

function onlyAllowed(fields: Record<string, unknown>, allowed: ReadonlySet<string>): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'err') safe['err'] = safeError(value);
    else if (value !== undefined) safe[name] = allowed.has(name) ? plain(value) : typeNameOf(value);
  }
  return safe;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, 200);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.slice(0, 20);
  return typeNameOf(value);
}

// pino takes an error's message as the line's message, and formats arguments into it: both could quote data.
function twoArgumentsOnly(this: PinoLogger, args: unknown[], method: (...args: never[]) => void): void {
  const [first, second] = args;
  const write = method as (this: PinoLogger, ...args: unknown[]) => void;
  if (typeof first === 'string') write.call(this, first);
  else if (first instanceof Error)
    write.call(this, { err: first }, typeof second === 'string' ? second : first.name);
  else write.call(this, first, typeof second === 'string' ? second : undefined);
}
