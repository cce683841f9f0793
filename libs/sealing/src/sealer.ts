import { createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Destroyed } from '@rujukan/kernel';
import { decrypt, encrypt, ivBytes, SealBroken, tagBytes } from './aead.js';
import { DataKeys, type DataKey } from './data-keys.js';
import type { KeyVault } from './key-vault.js';

/** The one place where a sealed value can be opened again. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

const format = 1;
const headerBytes = 1 + 2 + ivBytes;

/**
 * Seals text into columns with AES-256-GCM. A value opens only in the row, column and scope it was sealed for.
 * Stored as: format (1 byte), key version (2, big endian), nonce (12), ciphertext, tag (16).
 */
export class Sealer {
  private readonly keys: DataKeys;

  constructor(
    private readonly service: string,
    vault: KeyVault,
  ) {
    this.keys = new DataKeys(service, vault);
  }

  /** @param scopeId what shares one data key: a case or a report (UUID). Its key is made at first use, in this transaction. */
  async seal(tx: EntityManager, scopeId: string, place: Place, text: string): Promise<Buffer> {
    return this.close(await this.keys.newest(tx, scopeId), scopeId, place, text);
  }

  /** Seals the columns of one row with one look-up of the key; a column without text stays null. */
  async sealRow<Column extends string>(
    tx: EntityManager,
    scopeId: string,
    row: Omit<Place, 'column'>,
    texts: Readonly<Record<Column, string | undefined>>,
  ): Promise<Record<Column, Buffer | null>> {
    const key = await this.keys.newest(tx, scopeId);
    const sealed = Object.entries<string | undefined>(texts).map(([column, text]) => [
      column,
      text === undefined ? null : this.close(key, scopeId, { ...row, column }, text),
    ]);
    return Object.fromEntries(sealed) as Record<Column, Buffer | null>;
  }

  private close(key: DataKey, scopeId: string, place: Place, text: string): Buffer {
    const context = this.context(scopeId, place);
    const header = Buffer.alloc(headerBytes);
    header.writeUInt8(format, 0);
    header.writeUInt16BE(key.version, 1);
    randomBytes(ivBytes).copy(header, 3);
    return Buffer.concat([
      header,
      encrypt(key.forColumn(this.column(place)), header.subarray(3), context, Buffer.from(text)),
    ]);
  }

  /**
   * @throws SealBroken when the value was changed, or moved from another row, column, scope or service;
   * Destroyed when the scope's key was. A process that opened something of it shortly before may still hold the key, for five minutes.
   */
  async open(tx: EntityManager, scopeId: string, place: Place, blob: Buffer): Promise<string> {
    if (blob.length < headerBytes + tagBytes || blob.readUInt8(0) !== format) throw new SealBroken();
    const context = this.context(scopeId, place);
    const key = await this.keys.ofVersion(tx, scopeId, blob.readUInt16BE(1));
    const columnKey = key.forColumn(this.column(place));
    return decrypt(columnKey, blob.subarray(3, headerBytes), context, blob.subarray(headerBytes)).toString();
  }

  /**
   * A mark by which equal texts of one scope and column can be found again without being opened: HMAC-SHA-256 under
   * a key of its own. Whoever holds only the database can neither read nor guess it; who holds the key can guess.
   */
  async mark(
    tx: EntityManager,
    scopeId: string,
    place: Omit<Place, 'rowId'>,
    texts: readonly string[],
  ): Promise<Buffer[]> {
    // Always the scope's first key: a mark under a newer one would not meet those that were made before.
    await this.keys.newest(tx, scopeId);
    const key = (await this.keys.ofVersion(tx, scopeId, 1)).forColumn(`${this.column(place)}|mark`);
    return texts.map((text) => createHmac('sha256', key).update(text).digest());
  }

  /** As {@link open}, for a list that must not break at one line whose key was destroyed: then undefined. */
  async openIfKept(
    tx: EntityManager,
    scopeId: string,
    place: Place,
    blob: Buffer,
  ): Promise<string | undefined> {
    try {
      return await this.open(tx, scopeId, place, blob);
    } catch (error) {
      if (error instanceof Destroyed) return undefined;
      throw error;
    }
  }

  private column({ table, column }: Omit<Place, 'rowId'>): string {
    return `${this.service}|${table}|${column}`;
  }

  private context(scopeId: string, { table, column, rowId }: Place): string {
    const parts = ['v1', this.service, table, column, rowId, scopeId];
    // A separator inside a part would let two places share one context.
    if (parts.some((part) => part === '' || part.includes('|')))
      throw new Error('a seal needs plain names and ids');
    return parts.join('|');
  }
}
