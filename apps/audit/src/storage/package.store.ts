import { createHash } from 'node:crypto';
import { tarEnd, tarHeader, tarPadding } from '../domain/ustar.js';
import type { Queries } from './tree.store.js';

/** Of one row: small enough to be read and sent without thought. */
const partSize = 1_048_576;

/** Writes the archive of an export part by part, so that no more than a part of it is in memory. */
export class PackageWriter {
  /** SHA-256 (hex) of each file so far, by name. */
  readonly files = new Map<string, string>();
  private held: Uint8Array[] = [];
  private heldBytes = 0;

  private constructor(
    private readonly tx: Queries,
    private readonly of: { readonly exportId: string; readonly modified: Date },
    private part: number,
  ) {}

  /** Goes on behind what is written already. */
  static async behind(tx: Queries, exportId: string, modified: Date): Promise<PackageWriter> {
    const [row] = await tx.query<{ next: number }[]>(
      'select count(*)::int as next from audit_export_part where export_id = $1',
      [exportId],
    );
    return new PackageWriter(tx, { exportId, modified }, row!.next);
  }

  add(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return this.addPieces(name, bytes.length, [bytes]);
  }

  /** A file whose size is known before its content is. @throws when the pieces are not of that size. */
  async addPieces(
    name: string,
    size: number,
    pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const hash = createHash('sha256');
    let written = 0;
    await this.write(tarHeader(name, size, this.of.modified));
    for await (const piece of pieces) {
      hash.update(piece);
      written += piece.length;
      await this.write(piece);
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes and not ${size}`);
    await this.write(tarPadding(size));
    this.files.set(name, hash.digest('hex'));
  }

  /** Writes what is held back. Files can be added behind it until {@link end}. */
  async flush(): Promise<void> {
    if (this.heldBytes === 0) return;
    await this.tx.query('insert into audit_export_part (export_id, n, bytes) values ($1, $2, $3)', [
      this.of.exportId,
      this.part,
      Buffer.concat(this.held),
    ]);
    this.part += 1;
    [this.held, this.heldBytes] = [[], 0];
  }

  async end(): Promise<void> {
    await this.write(tarEnd());
    await this.flush();
  }

  private async write(bytes: Uint8Array): Promise<void> {
    this.held.push(bytes);
    this.heldBytes += bytes.length;
    if (this.heldBytes >= partSize) await this.flush();
  }
}

/** How many parts the file of an export has, and how many bytes. */
export async function measurePackage(
  tx: Queries,
  exportId: string,
): Promise<{ readonly parts: number; readonly bytes: number }> {
  const [row] = await tx.query<{ parts: number; bytes: string }[]>(
    `select count(*)::int as parts, coalesce(sum(octet_length(bytes)), 0) as bytes
       from audit_export_part where export_id = $1`,
    [exportId],
  );
  return { parts: row!.parts, bytes: Number(row!.bytes) };
}

/** @throws when it is gone: purged while it was being sent. */
export async function readPart(tx: Queries, exportId: string, n: number): Promise<Buffer> {
  const [row] = await tx.query<{ bytes: Buffer }[]>(
    'select bytes from audit_export_part where export_id = $1 and n = $2',
    [exportId, n],
  );
  if (!row) throw new Error(`part ${n} of export ${exportId} is gone`);
  return row.bytes;
}
