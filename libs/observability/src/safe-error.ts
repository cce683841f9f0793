/** What a log line may say about an error. */
export interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: SafeError;
}

// Their messages can quote what was sent or stored: JSON snippets, rows, keys of a unique rule.
const quoting = new Set([
  'SyntaxError',
  'ZodError',
  '$ZodError',
  'QueryFailedError',
  'DatabaseError',
  'error',
]);

/** Reduces an error to its name, code, constraint and stack; the message only where it cannot quote data. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: typeNameOf(error) };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const stack = framesOf(error);
  return {
    name: nameOf(error),
    ...(isWord(code) ? { code } : {}),
    ...(isWord(constraint) ? { constraint } : {}),
    ...(mayQuoteData(error) ? {} : { message: error.message.slice(0, 500) }),
    ...(stack === undefined ? {} : { stack }),
    ...(error.cause === undefined || depth === 2 ? {} : { cause: safeError(error.cause, depth + 1) }),
  };
}

/** Name of a value's type, for a log that may not show the value. */
export function typeNameOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return (Object.getPrototypeOf(value) as object | null)?.constructor.name ?? 'Object';
}

const nameOf = (error: Error): string => (isWord(error.name) ? error.name : 'Error');

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.$-]{1,80}$/.test(value);

const mayQuoteData = (error: Error): boolean =>
  quoting.has(error.name) ||
  ['query', 'parameters', 'detail', 'issues', 'routine'].some((key) => key in error);

// The stack repeats the message above its frames, and the message may have several lines.
const framesOf = (error: Error): string | undefined => {
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  const frames = (start === -1 ? stack : stack.slice(start + error.message.length))
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frames.length === 0 ? undefined : frames.join('\n');
};
