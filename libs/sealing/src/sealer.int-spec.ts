import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { Destroyed } from '@rujukan/kernel';
import { testDatabase, type TestDatabase } from '@rujukan/testing';
import { SealBroken } from './aead.js';
import { dataKeyTable, destroyableDataKeys } from './data-key-table.js';
import { destroyDataKeys } from './destroy-data-keys.js';
import { FileKeyVault } from './file-key-vault.js';
import { Sealer } from './sealer.js';

class CreateDataKey1000000000000 implements MigrationInterface {
  name = 'CreateDataKey1000000000000';
  async up(run: QueryRunner): Promise<void> {
    await run.query(dataKeyTable({ app: 'sealing_app', worker: 'sealing_worker' }));
    await run.query(destroyableDataKeys({ worker: 'sealing_worker' }));
  }
  async down(): Promise<void> {}
}

const text = 'Rengas Contoh; ditemukan Sabtu malam ñ 漢';
const place = { table: 'child', column: 'name', rowId: randomUUID() };

let database: TestDatabase;
let folder: string;
let sealer: Sealer;
let scope: string;

const inTransaction = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
  database.app.transaction(work);
const seal = (at = place): Promise<Buffer> => inTransaction((tx) => sealer.seal(tx, scope, at, text));
const open = (blob: Buffer, at = place, from = scope): Promise<string> =>
  inTransaction((tx) => sealer.open(tx, from, at, blob));
const newSealer = async (kek = 'kek', service = 'sealing'): Promise<Sealer> =>
  new Sealer(service, await FileKeyVault.open(join(folder, kek)));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sealer-'));
  database = await testDatabase('sealing', [CreateDataKey1000000000000]);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  sealer = await newSealer();
  scope = randomUUID();
});

describe('a sealed value', () => {
  it('opens where it was sealed, also in another process', async () => {
    const blob = await seal();
    expect(await open(blob)).toBe(text);
    sealer = await newSealer();
    expect(await open(blob)).toBe(text);
  });

  it('shows nothing of its text and names its format and key version', async () => {
    const blob = await seal();
    expect(blob.includes(Buffer.from('Rengas'))).toBe(false);
    expect([...blob.subarray(0, 3)]).toEqual([1, 0, 1]);
    expect(blob).toHaveLength(3 + 12 + Buffer.byteLength(text) + 16);
  });

  it.each([
    ['another row', { ...place, rowId: randomUUID() }],
    ['another column', { ...place, column: 'address' }],
    ['another table', { ...place, table: 'guardian' }],
  ])('is refused in %s', async (_where, moved) => {
    const blob = await seal();
    await expect(open(blob, moved)).rejects.toThrow(SealBroken);
  });

  it('is refused in another case, even under a copy of its key', async () => {
    const other = randomUUID();
    const blob = await seal();
    await expect(open(blob, place, other)).rejects.toThrow(SealBroken);
    await inTransaction((tx) => sealer.seal(tx, other, place, text));
    await expect(open(blob, place, other)).rejects.toThrow(SealBroken);

    const third = randomUUID();
    await database.worker.query(
      `insert into data_key (scope_id, version, kek_id, wrapped) select $2, version, kek_id, wrapped from data_key where scope_id = $1`,
      [scope, third],
    );
    await expect(open(blob, place, third)).rejects.toThrow(SealBroken);
  });

  it('is refused by another service', async () => {
    const blob = await seal();
    sealer = await newSealer('kek', 'stranger');
    await expect(open(blob)).rejects.toThrow(SealBroken);
  });

  it('is refused when any part of it was changed or cut', async () => {
    const blob = await seal();
    for (const at of [0, 1, 2, 3, 14, 15, blob.length - 17, blob.length - 1]) {
      const forged = Buffer.from(blob);
      forged[at]! ^= 1;
      await expect(open(forged)).rejects.toThrow(SealBroken);
    }
    for (const length of [0, 1, 3, 30, blob.length - 1])
      await expect(open(blob.subarray(0, length))).rejects.toThrow(SealBroken);
  });

  it('never repeats a nonce', async () => {
    const nonces = await inTransaction(async (tx) => {
      const seen = new Set<string>();
      for (let count = 0; count < 2_000; count += 1)
        seen.add((await sealer.seal(tx, scope, place, text)).subarray(3, 15).toString('hex'));
      return seen;
    });
    expect(nonces.size).toBe(2_000);
  });

  it('may be empty, and may be long', async () => {
    const long = randomBytes(40_000).toString('hex');
    for (const value of ['', long]) {
      const blob = await inTransaction((tx) => sealer.seal(tx, scope, place, value));
      expect(await open(blob)).toBe(value);
    }
  });

  it('is sealed with the rest of its row, and opens by itself', async () => {
    const { table, rowId } = place;
    const row = await inTransaction((tx) =>
      sealer.sealRow(tx, scope, { table, rowId }, { name: text, address: undefined }),
    );
    expect(row.address).toBeNull();
    expect(await open(row.name!)).toBe(text);
    await expect(open(row.name!, { ...place, column: 'address' })).rejects.toThrow(SealBroken);
  });

  it('is not made for a place with a separator in its name', async () => {
    await expect(seal({ ...place, column: 'name|x' })).rejects.toThrow('plain names');
  });
});

describe('a data key', () => {
  it('is one per scope when many transactions seal at once', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, () => newSealer()));
    const blobs = await Promise.all(
      others.map((one) => inTransaction((tx) => one.seal(tx, scope, place, text))),
    );
    for (const blob of blobs) expect(await open(blob)).toBe(text);
    expect(await database.app.query('select version from data_key where scope_id = $1', [scope])).toEqual([
      { version: 1 },
    ]);
  });

  it('is forgotten with the transaction that made it', async () => {
    const undone = inTransaction(async (tx) => {
      await sealer.seal(tx, scope, place, text);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const blob = await seal();
    sealer = await newSealer();
    expect(await open(blob)).toBe(text);
  });

  it('is forgotten with the savepoint that made it', async () => {
    const blob = await inTransaction(async (tx) => {
      const undone = tx.transaction(async (nested) => {
        await sealer.seal(nested, scope, place, text);
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
      await sealer.seal(tx, scope, place, text);
      return sealer.seal(tx, scope, place, text);
    });
    sealer = await newSealer();
    expect(await open(blob)).toBe(text);
  });

  it('seals with the newest version and still opens what an older one sealed', async () => {
    const old = await seal();
    const vault = await FileKeyVault.open(join(folder, 'kek'));
    const wrapped = await vault.wrap(randomBytes(32), `v1|data-key|sealing|${scope}|2`);
    await database.worker.query(
      'insert into data_key (scope_id, version, kek_id, wrapped) values ($1, 2, $2, $3)',
      [scope, wrapped.kekId, wrapped.bytes],
    );
    sealer = await newSealer();
    const blob = await seal();
    expect(blob.readUInt16BE(1)).toBe(2);
    expect(await open(blob)).toBe(text);
    expect(await open(old)).toBe(text);
  });

  it('closes for good when the key-encryption key is another one', async () => {
    const blob = await seal();
    sealer = await newSealer('another-kek');
    await expect(open(blob)).rejects.toThrow(SealBroken);
    await expect(seal()).rejects.toThrow(SealBroken);
  });

  it('takes everything that was sealed with it along when it is destroyed', async () => {
    const blob = await seal();
    await database.owner.query('delete from data_key where scope_id = $1', [scope]);
    sealer = await newSealer();
    await expect(open(blob)).rejects.toThrow(SealBroken);
  });

  it('cannot be changed or deleted by the run-time roles', async () => {
    await seal();
    for (const role of [database.app, database.worker]) {
      await expect(role.query('delete from data_key')).rejects.toThrow('permission denied');
      await expect(role.query('update data_key set version = 3')).rejects.toThrow('permission denied');
    }
  });
});

describe('the keys of a scope that were destroyed', () => {
  const destroy = () => database.worker.transaction((tx) => destroyDataKeys(tx, [scope]));

  it('open nothing again in another process, and are not made anew', async () => {
    const blob = await seal();
    expect(await destroy()).toEqual([scope]);

    sealer = await newSealer();
    await expect(open(blob)).rejects.toThrow(Destroyed);
    await expect(seal()).rejects.toThrow(Destroyed);
    expect(await inTransaction((tx) => sealer.openIfKept(tx, scope, place, blob))).toBeUndefined();
    expect(await destroy()).toEqual([]);
  });

  it('are those of this scope alone, and only the worker may', async () => {
    const other = randomUUID();
    const blob = await inTransaction((tx) => sealer.seal(tx, other, place, text));
    await seal();
    await expect(inTransaction((tx) => destroyDataKeys(tx, [scope]))).rejects.toThrow(/permission denied/);
    await destroy();
    sealer = await newSealer();
    expect(await inTransaction((tx) => sealer.openIfKept(tx, other, place, blob))).toBe(text);
  });

  it('are told apart from a value that was changed', async () => {
    const blob = await seal();
    blob[blob.length - 1]! ^= 1;
    await expect(inTransaction((tx) => sealer.openIfKept(tx, scope, place, blob))).rejects.toThrow(
      SealBroken,
    );
  });
});
