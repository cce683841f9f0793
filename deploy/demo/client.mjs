// @ts-check
// A caller of the public REST APIs, as an integrating agency would write one: token, Idempotency-Key, If-Match, retry.
import { randomUUID } from 'node:crypto';

/**
 * @typedef {{ service: string, method: string, path: string, status: number, body: any, etag?: string | undefined, requestId: string, actor: string, ms: number }} Call
 * @typedef {{ key?: string, ifMatch?: number, expect?: number[] }} Options
 */

const reachable = new Set([502, 503, 504]);

/**
 * @param {any} stack what `.run/stack.json` holds
 * @param {(call: Call) => void | Promise<void>} [onCall] told of every call
 */
export function connect(stack, onCall = () => {}) {
  /** @type {Map<string, { answer: Promise<string>, until: number }>} */
  const tokens = new Map();

  /** One request for a token at a time per person, kept for most of its life. @param {string} who @param {Record<string, string>} form */
  function token(who, form) {
    const known = tokens.get(who);
    if (known && known.until > performance.now()) return known.answer;
    const answer = fetchToken(who, form);
    tokens.set(who, { answer, until: performance.now() + 240_000 });
    answer.catch(() => tokens.delete(who));
    return answer;
  }

  /** @param {string} who @param {Record<string, string>} form @param {number} [left] @returns {Promise<string>} */
  async function fetchToken(who, form, left = 120) {
    const url = `${stack.issuer}/protocol/openid-connect/token`;
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    // Keycloak answers 500 until it has noticed that its own database came back.
    if (answer.status >= 500 && left > 0) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      return fetchToken(who, form, left - 1);
    }
    const body = /** @type {any} */ (await answer.json());
    if (!answer.ok) throw new Error(`no token for ${who}: ${body.error}`);
    return body.access_token;
  }

  /** @param {string} who @param {() => Promise<string>} bearer */
  function caller(who, bearer) {
    /** @param {string} method @param {string} service @param {string} path @param {any} body @param {Options} options */
    async function call(method, service, path, body, options = {}) {
      const headers = {
        authorization: `Bearer ${await bearer()}`,
        'accept-language': 'id',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': options.key ?? randomUUID() } : {}),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
      };
      const started = performance.now();
      const url = `${stack.services[service].url}${path}`;
      const request = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const answer = await fetch(url, request);
      const text = await answer.text();
      const result = {
        service,
        method,
        path,
        status: answer.status,
        body: text ? JSON.parse(text) : undefined,
        etag: answer.headers.get('etag') ?? undefined,
        requestId: answer.headers.get('x-request-id') ?? '',
        actor: who,
        ms: Math.round(performance.now() - started),
      };
      await onCall(result);
      const fine = options.expect ? options.expect.includes(answer.status) : answer.ok;
      if (!fine) throw new CallFailed(result);
      return result.body;
    }
    return {
      who,
      /** @param {string} service @param {string} path @param {Options} [options] */
      get: (service, path, options) => call('GET', service, path, undefined, options),
      /** @param {string} service @param {string} path @param {any} body @param {Options} [options] */
      post: (service, path, body, options) => call('POST', service, path, body, options),
      /** @param {string} service @param {string} path @param {any} body @param {Options} [options] */
      put: (service, path, body, options) => call('PUT', service, path, body, options),
    };
  }

  return {
    /** A demo user, by the demo client's direct grant; this client exists in demo and test realms only. @param {string} login */
    as(login) {
      const user = stack.users.find((/** @type {any} */ one) => one.login === login);
      const form = {
        grant_type: 'password',
        client_id: 'demo-cli',
        username: login,
        password: user.password,
      };
      return caller(login, () => token(login, form));
    },
    /** An agency's own system. @param {string} clientId */
    asClient(clientId) {
      const client = stack.clients.find((/** @type {any} */ one) => one.clientId === clientId);
      const form = {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: client.clientSecret,
      };
      return caller(clientId, () => token(clientId, form));
    },
  };
}

/** An answer outside 2xx that the caller did not expect. */
export class CallFailed extends Error {
  /** @param {Call} call */
  constructor(call) {
    super(
      `${call.method} ${call.service}${call.path} as ${call.actor}: ${call.status} ${call.body?.code ?? ''}`,
    );
    this.call = call;
  }

  /** True when trying again can help. */
  get isTransient() {
    return reachable.has(this.call.status);
  }
}

/**
 * Asks until the answer is there: what one service decides, another knows a moment later.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T | undefined | null | false>} probe
 * @param {number} [withinMs]
 * @returns {Promise<T>}
 */
export async function until(what, probe, withinMs = 60_000) {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await probe().catch((error) => {
      if (error instanceof CallFailed && (error.call.status === 404 || error.isTransient)) return undefined;
      throw error;
    });
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`never seen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
