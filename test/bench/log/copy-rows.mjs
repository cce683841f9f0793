// @ts-check
// COPY … FROM STDIN (FORMAT binary), the fastest way into a table, over the driver that the services use.
import { once } from 'node:events';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const trailer = Buffer.from([0xff, 0xff]);
const chunkBytes = 1 << 20;
/** PostgreSQL counts its microseconds from 2000-01-01. */
const epochMs = Date.UTC(2000, 0, 1);

/** Rows of one table, in PostgreSQL's own representation. */
export class Rows {
  /** @type {Buffer[]} */
  #full = [];
  #buffer = Buffer.allocUnsafe(chunkBytes);
  #at = signature.copy(this.#buffer);

  /** @param {number} columns @param {number} bytes at most, of this row */
  row(columns, bytes) {
    if (this.#at + bytes > chunkBytes) this.#flush();
    this.#at = this.#buffer.writeInt16BE(columns, this.#at);
    return this;
  }

  /** @param {number} value */
  bigint(value) {
    this.#length(8);
    this.#at = this.#buffer.writeBigInt64BE(BigInt(value), this.#at);
    return this;
  }

  /** @param {number} ms since 1970 */
  instant(ms) {
    return this.bigint((ms - epochMs) * 1_000);
  }

  /** @param {string} value of ASCII alone */
  text(value) {
    this.#length(value.length);
    this.#at += this.#buffer.write(value, this.#at, 'latin1');
    return this;
  }

  /** @param {string} value */
  uuid(value) {
    this.#length(16);
    const digits =
      value.slice(0, 8) + value.slice(9, 13) + value.slice(14, 18) + value.slice(19, 23) + value.slice(24);
    this.#at += this.#buffer.write(digits, this.#at, 'hex');
    return this;
  }

  /** @param {Uint8Array} value */
  bytes(value) {
    this.#length(value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** Everything that was written, in buffers that a thread may give away. */
  end() {
    this.#flush();
    return this.#full;
  }

  /** @param {number} length */
  #length(length) {
    this.#at = this.#buffer.writeInt32BE(length, this.#at);
  }

  #flush() {
    this.#full.push(this.#buffer.subarray(0, this.#at));
    this.#buffer = Buffer.allocUnsafe(chunkBytes);
    this.#at = 0;
  }
}

/** What the driver calls while it copies; it knows no COPY of its own. */
class Copy {
  /** @param {string} sql @param {readonly Uint8Array[]} chunks @param {(error?: Error) => void} ended */
  constructor(sql, chunks, ended) {
    this.sql = sql;
    this.chunks = chunks;
    this.ended = ended;
  }

  /** @param {any} connection */
  submit(connection) {
    connection.query(this.sql);
  }

  /** @param {any} connection */
  async handleCopyInResponse(connection) {
    for (const { buffer, byteOffset, byteLength } of [...this.chunks, trailer]) {
      connection.sendCopyFromChunk(Buffer.from(buffer, byteOffset, byteLength));
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  }

  handleCommandComplete() {}

  handleReadyForQuery() {
    this.ended(this.error);
  }

  /** @param {Error} error */
  handleError(error) {
    this.error = error;
    this.ended(error);
  }
}

/** @param {import('pg').Client} client @param {string} into table and columns @param {readonly Uint8Array[]} chunks @returns {Promise<void>} */
export const copyRows = (client, into, chunks) =>
  new Promise((resolve, reject) => {
    const ended = (/** @type {Error | undefined} */ error) => (error ? reject(error) : resolve());
    client.query(/** @type {any} */ (new Copy(`copy ${into} from stdin (format binary)`, chunks, ended)));
  });
