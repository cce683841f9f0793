import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '@rujukan/kernel';
import type { Logger } from '@rujukan/observability';

/** A key of the issuer: its id and the base64 of its SubjectPublicKeyInfo, which keycloak-connect takes. */
export interface SigningKey {
  readonly kid: string;
  readonly spki: string;
}

export interface KeySetOptions {
  readonly uri: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How often keys are renewed in the background. */
  readonly refreshMs?: number;
  /** Shortest time between two fetches that unknown key ids cause. */
  readonly unknownKeyWindowMs?: number;
  /** How long a fetch may take. */
  readonly fetchTimeoutMs?: number;
  /** How long a request waits for a fetch that it needs. */
  readonly waitMs?: number;
}

/** No key was ever loaded: nobody can be recognised, and nobody can be refused either. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

const maxBytes = 256 * 1024;

const Jwks = z.object({ keys: z.array(z.unknown()).max(50) });

const SigningJwk = z.object({
  kid: z.string().min(1).max(200),
  kty: z.literal('RSA'),
  use: z.literal('sig'),
  alg: z.literal('RS256').default('RS256'),
  n: z.string(),
  e: z.string(),
});

/**
 * The issuer's signing keys, fetched beside the requests and never by them: known keys go on working while the issuer
 * is away, and one flight serves everyone who waits.
 */
export class KeySet {
  private keys: ReadonlyMap<string, SigningKey> = new Map();
  private flight: Promise<void> | undefined;
  private lastAsked = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly options: KeySetOptions) {}

  /** Nest calls these at start and end. */
  onApplicationBootstrap(): void {
    this.start();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Loads the keys and keeps them fresh; does not wait for the issuer. */
  start(): void {
    void this.refresh();
    this.timer = setInterval(() => void this.refresh(), this.options.refreshMs ?? 300_000).unref();
  }

  /** Calls back whenever a key came or went. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /**
   * The key, or undefined when the issuer does not know it.
   *
   * @throws KeysUnavailable when no key was ever loaded.
   */
  async find(kid: string): Promise<SigningKey | undefined> {
    const known = this.keys.get(kid);
    if (known !== undefined) return known;
    await this.refreshForUnknown();
    if (this.keys.size === 0) throw new KeysUnavailable();
    return this.keys.get(kid);
  }

  // One fetch per window, whoever asks; a first load may be tried every second, so that a late issuer is found soon.
  private async refreshForUnknown(): Promise<void> {
    const window = this.keys.size === 0 ? 1_000 : (this.options.unknownKeyWindowMs ?? 10_000);
    const now = this.options.clock.wall().getTime();
    if (this.flight === undefined) {
      if (now - this.lastAsked < window) return;
      this.lastAsked = now;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.options.waitMs ?? 2_000);
    });
    await Promise.race([this.refresh(), late]);
    clearTimeout(timer);
  }

  /** Fetches once, however many ask; a failure keeps what is known. */
  private refresh(): Promise<void> {
    this.flight ??= this.load().finally(() => {
      this.flight = undefined;
    });
    return this.flight;
  }

  private async load(): Promise<void> {
    try {
      this.replace(usableKeys(await fetchJson(this.options.uri, this.options.fetchTimeoutMs ?? 3_000)));
    } catch (error) {
      this.options.logger.warn({ err: error, keys: this.keys.size }, 'signing keys could not be refreshed');
    }
  }

  private replace(fresh: ReadonlyMap<string, SigningKey>): void {
    const isSame =
      fresh.size === this.keys.size &&
      [...fresh].every(([kid, key]) => this.keys.get(kid)?.spki === key.spki);
    if (isSame) return;
    this.keys = fresh;
    this.options.logger.info({ keys: fresh.size }, 'signing keys changed');
    for (const listener of this.listeners) listener();
  }
}

async function fetchJson(uri: string, timeoutMs: number): Promise<unknown> {
  const answer = await fetch(uri, {
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
    headers: { accept: 'application/json' },
  });
  if (answer.status !== 200 || answer.body === null)
    throw new Error(`the key endpoint answered ${answer.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error('the key endpoint answered with too much');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** RSA signing keys of at least 2048 bits for RS256; other keys of the document are passed over. */
function usableKeys(document: unknown): ReadonlyMap<string, SigningKey> {
  const parsed = Jwks.safeParse(document);
  if (!parsed.success) throw new Error('the key endpoint answered with something that is not a key set');
  const usable = new Map<string, SigningKey>();
  for (const candidate of parsed.data.keys) {
    const key = signingKey(candidate);
    if (key !== undefined) usable.set(key.kid, key);
  }
  if (usable.size === 0) throw new Error('the key set has no RSA signing key');
  return usable;
}

function signingKey(candidate: unknown): SigningKey | undefined {
  const jwk = SigningJwk.safeParse(candidate);
  if (!jwk.success) return undefined;
  const { kid, kty, n, e } = jwk.data;
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return undefined;
    return { kid, spki: key.export({ type: 'spki', format: 'der' }).toString('base64') };
  } catch {
    // Not a key at all; the others may be.
    return undefined;
  }
}
