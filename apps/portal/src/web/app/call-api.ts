import { takeActivity } from './activity.js';
import { spokenLanguage } from './language/language.js';

export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
}

/** A service said no, in words for the person (RFC 9457). */
export class ProblemReply extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly traceId: string | undefined,
    readonly errors: readonly FieldError[],
    readonly members: Readonly<Record<string, unknown>>,
  ) {
    super(code);
  }
}

/** Nobody answered: the line is down, or the portal is. What was sent may or may not have arrived. */
export class LineDown extends Error {}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  /** Same key, same act: a repetition is answered and not done again. */
  readonly idempotencyKey?: string;
  /** Version that the person saw. */
  readonly ifMatch?: number;
  /** Why the data are read, where the person says so; the service's own purpose otherwise. */
  readonly purpose?: string;
  readonly signal?: AbortSignal;
}

const listeners = new Set<(reply: ProblemReply) => void>();

/** Tells when a call was refused because nobody is signed in, or the screen is locked. */
export function onSessionTrouble(listener: (reply: ProblemReply) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Calls the portal, which calls the service.
 *
 * @throws {ProblemReply} when refused, {@link LineDown} when there was no answer.
 */
export async function callApi<T>(path: string, call: Call = {}): Promise<T> {
  const text = await callText(path, call);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The same for an answer that is a file of text. */
export async function callText(path: string, call: Call = {}): Promise<string> {
  const reply = await send(path, call);
  const text = await reply.text().catch(() => {
    throw new LineDown(); // cut off in the middle of the answer
  });
  if (reply.ok) return text;
  throw refused(reply, text);
}

/** What the refusal says, once whoever watches the session has heard of it. */
function refused(reply: Response, text: string): ProblemReply {
  const problem = problemFrom(reply, text);
  if (problem.status === 401 || problem.code === 'screen-locked')
    for (const listener of listeners) listener(problem);
  return problem;
}

/** The same for a file of any kind. */
export async function callFile(path: string): Promise<Blob> {
  const reply = await send(path, {});
  const file = await reply.blob().catch(() => {
    throw new LineDown();
  });
  if (reply.ok) return file;
  throw refused(reply, await file.text());
}

function headersOf(call: Call): Record<string, string> {
  const headers: Record<string, string> = { 'x-rujukan-portal': '1', 'accept-language': spokenLanguage() };
  if (takeActivity()) headers['x-rujukan-activity'] = '1';
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey;
  if (call.purpose) headers['purpose-of-use'] = call.purpose;
  if (call.ifMatch !== undefined) headers['if-match'] = `"${call.ifMatch}"`;
  return headers;
}

async function send(path: string, call: Call): Promise<Response> {
  try {
    return await fetch(path, {
      method: call.method ?? 'GET',
      headers: headersOf(call),
      credentials: 'same-origin',
      redirect: 'error',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal ? { signal: call.signal } : {}),
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw new LineDown();
  }
}

function problemFrom(reply: Response, text: string): ProblemReply {
  const { title, code, traceId, errors, ...members } = parsed(text);
  return new ProblemReply(
    reply.status,
    typeof code === 'string' ? code : 'internal-error',
    typeof title === 'string' ? title : '',
    typeof traceId === 'string' ? traceId : (reply.headers.get('x-trace-id') ?? undefined),
    Array.isArray(errors) ? (errors as FieldError[]) : [],
    members,
  );
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {}; // a proxy's own error page
  }
}
