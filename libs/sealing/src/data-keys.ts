import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { EntityManager } from 'typeorm';
import { Destroyed } from '@rujukan/kernel';
import { SealBroken } from './aead.js';
import type { KeyVault } from './key-vault.js';

interface Row {
  readonly version: number;
  readonly kek_id: string;
  /** Null when it was destroyed. */
  readonly wrapped: Buffer | null;
}

const keyBytes = 32;

/** Data keys in the clear that a process keeps at most, and for how long. */
const cacheLimits = { max: 2_000, ttl: 5 * 60_000 };

/** One version of a scope's data key, and the column keys derived from it. */
export class DataKey {
  private readonly columns = new Map<string, KeyObject>();

  constructor(
    readonly version: number,
    private readonly key: KeyObject,
  ) {}

  /** HKDF-SHA-256: a key of its own for each column, so that no two columns share a nonce space. */
  forColumn(column: string): KeyObject {
    const known = this.columns.get(column);
    if (known) return known;
    const bytes = hkdfSync('sha256', this.key, Buffer.alloc(0), `rujukan|column|v1|${column}`, keyBytes);
    const derived = createSecretKey(Buffer.from(bytes));
    this.columns.set(column, derived);
    return derived;
  }
}

/** The data keys of one service: random, wrapped in its table, remembered unwrapped for a short while. */
export class DataKeys {
  private readonly remembered = new LRUCache<string, DataKey>(cacheLimits);
  // A key made in a transaction is looked up again as long as that lasts: were it remembered, a rollback (also to a
  // savepoint) would leave text under a key that nobody has.
  private readonly made = new WeakMap<object, Set<string>>();

  constructor(
    private readonly service: string,
    private readonly vault: KeyVault,
  ) {}

  /** The key that a scope seals with now; made at first use. @throws Destroyed when there was one. */
  async newest(tx: EntityManager, scopeId: string): Promise<DataKey> {
    const name = `${scopeId}:newest`;
    const known = this.remembered.get(name);
    if (known) return known;
    return this.remember(tx, name, scopeId, await this.findOrMake(tx, scopeId));
  }

  /** @throws SealBroken when the scope has no key of that version, Destroyed when it had. */
  async ofVersion(tx: EntityManager, scopeId: string, version: number): Promise<DataKey> {
    const name = `${scopeId}:${version}`;
    const known = this.remembered.get(name);
    if (known) return known;
    const row = await this.find(tx, scopeId, version);
    if (!row) throw new SealBroken('the data key of a sealed value does not exist');
    return this.remember(tx, name, scopeId, row);
  }

  /** One round trip, also for a scope that is new. */
  private async findOrMake(tx: EntityManager, scopeId: string): Promise<Row> {
    const wrapped = await this.vault.wrap(randomBytes(keyBytes), this.context(scopeId, 1));
    const [row] = await tx.query<(Row & { isMade: boolean })[]>(
      `with known as (
         select version, kek_id, wrapped from data_key where scope_id = $1 order by version desc limit 1
       ), made as (
         insert into data_key (scope_id, version, kek_id, wrapped)
           select $1, 1, $2, $3 where not exists (select from known)
           on conflict do nothing returning version, kek_id, wrapped
       )
       select *, false as "isMade" from known union all select *, true from made`,
      [scopeId, wrapped.kekId, wrapped.bytes],
    );
    if (row?.isMade) this.madeIn(tx).add(scopeId);
    if (row) return row;
    // Another transaction was first; ours waited for it, so its row can be seen now.
    const theirs = await this.find(tx, scopeId);
    if (!theirs) throw new SealBroken('a data key vanished while it was made');
    return theirs;
  }

  private async find(tx: EntityManager, scopeId: string, version?: number): Promise<Row | undefined> {
    const [row] = await tx.query<Row[]>(
      `select version, kek_id, wrapped from data_key
        where scope_id = $1 and version = coalesce($2::smallint, version) order by version desc limit 1`,
      [scopeId, version ?? null],
    );
    return row;
  }

  private async remember(tx: EntityManager, name: string, scopeId: string, row: Row): Promise<DataKey> {
    if (row.wrapped === null) throw new Destroyed();
    const wrapped = { kekId: row.kek_id, bytes: row.wrapped };
    const bytes = await this.vault.unwrap(wrapped, this.context(scopeId, row.version));
    const key = new DataKey(row.version, createSecretKey(bytes));
    if (!this.madeIn(tx).has(scopeId)) this.remembered.set(name, key);
    return key;
  }

  /** Scopes whose key this transaction made. */
  private madeIn(tx: EntityManager): Set<string> {
    const transaction = tx.queryRunner ?? tx;
    const known = this.made.get(transaction);
    if (known) return known;
    const scopes = new Set<string>();
    this.made.set(transaction, scopes);
    return scopes;
  }

  private context(scopeId: string, version: number): string {
    return `v1|data-key|${this.service}|${scopeId}|${version}`;
  }
}
