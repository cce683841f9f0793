import { createHash, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  formatCheckpoint,
  nodeCrypto,
  nodeSigningKey,
  noteSigner,
  openNote,
  parseNote,
  signNote,
} from '@rujukan/tlog';
import { FolderInUse } from './folder-lock.js';
import { HeadCorrupt, HeadFolder } from './head-folder.js';
import { signingKeyFile } from './key-file.js';

const origin = 'rujukan.example/log';
const signer = noteSigner(nodeCrypto, origin, nodeSigningKey(generateKeyPairSync('ed25519').privateKey));
const isOwn = (note: string): boolean => openNote(nodeCrypto, parseNote(note)!, [signer.key]).ok;
const head = (size: bigint, fill = Number(size)) => {
  const root = new Uint8Array(32).fill(fill);
  return { size, root, note: signNote(formatCheckpoint({ origin, size, root }), signer) };
};
const fileOf = (name: string): string => `${createHash('sha256').update(name).digest('hex')}.head`;

let folder: string;
let heads: HeadFolder;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heads-'));
  heads = await HeadFolder.open(folder, isOwn);
});
afterEach(async () => {
  await heads.close();
  rmSync(folder, { recursive: true });
});

/** As after a start anew. */
async function reopened(): Promise<HeadFolder> {
  await heads.close();
  heads = await HeadFolder.open(folder, isOwn);
  return heads;
}

describe('the last head that was signed', () => {
  it('is none at first, and then what was kept, also after a start anew', async () => {
    expect(await heads.latest(origin)).toBeNull();
    expect(await heads.advance(origin, 0n, head(3n))).toBe(true);
    expect(await (await reopened()).latest(origin)).toEqual(head(3n));
    expect(heads.latestByHash(fileOf(origin).replace('.head', ''))).toEqual(head(3n));
    expect(heads.latestByHash('00')).toBeNull();
  });

  it('moves from the size that was expected, and from no other', async () => {
    await heads.advance(origin, 0n, head(3n));
    expect(await heads.advance(origin, 0n, head(5n))).toBe(false);
    expect(await heads.advance(origin, 4n, head(5n))).toBe(false);
    expect(await heads.latest(origin)).toEqual(head(3n));
  });

  it('of one size is one head: another root does not take its place', async () => {
    await heads.advance(origin, 0n, head(3n));
    expect(await heads.advance(origin, 3n, head(3n, 9))).toBe(false);
    expect(await heads.advance(origin, 3n, head(3n))).toBe(true);
  });

  it('is moved by one of many that ask at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 30 }, (_, at) => heads.advance(origin, 0n, head(BigInt(at + 1)))),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect((await (await reopened()).latest(origin))?.size).toBe(1n);
  });

  it('is whole after a kill between the two steps of writing it', async () => {
    await heads.advance(origin, 0n, head(3n));
    writeFileSync(join(folder, `${fileOf(origin)}.draft`), head(4n).note.slice(0, 20));
    expect(await (await reopened()).latest(origin)).toEqual(head(3n));
    expect(readdirSync(folder).sort()).toEqual([fileOf(origin), 'lock'].sort());
  });

  it('is not moved when somebody put an older copy in its place', async () => {
    await heads.advance(origin, 0n, head(3n));
    const old = readFileSync(join(folder, fileOf(origin)));
    await heads.advance(origin, 3n, head(5n));
    writeFileSync(join(folder, fileOf(origin)), old);
    await expect(heads.advance(origin, 5n, head(6n))).rejects.toThrow(HeadCorrupt);
    expect((await heads.latest(origin))?.size).toBe(5n);
  });
});

describe('a memory that cannot be trusted', () => {
  const other = noteSigner(nodeCrypto, origin, nodeSigningKey(generateKeyPairSync('ed25519').privateKey));
  const { size, root } = head(3n);

  it.each([
    ['cut short', fileOf(origin), head(3n).note.slice(0, 60)],
    ['empty', fileOf(origin), ''],
    ['changed', fileOf(origin), head(3n).note.replace('\n3\n', '\n2\n')],
    ['signed by another', fileOf(origin), signNote(formatCheckpoint({ origin, size, root }), other)],
    ['of another log', fileOf('other.example/log'), head(3n).note],
  ])('refuses the start: a head that is %s', async (_, name, content) => {
    await heads.close();
    writeFileSync(join(folder, name), content);
    await expect(HeadFolder.open(folder, isOwn)).rejects.toThrow(HeadCorrupt);
    rmSync(join(folder, name));
    await reopened();
  });
});

describe('the folder', () => {
  it('belongs to one process', async () => {
    await expect(HeadFolder.open(folder, isOwn)).rejects.toThrow(FolderInUse);
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, born: '1' })],
    ['a process whose number another one has now', JSON.stringify({ pid: process.pid, born: '1' })],
    ['a machine that lost its power', ''],
  ])('is taken over from %s', async (_, lock) => {
    await heads.close();
    writeFileSync(join(folder, 'lock'), lock);
    heads = await HeadFolder.open(folder, isOwn);
    expect(readdirSync(folder)).toEqual(['lock']);
  });
});

describe('the key of a signer', () => {
  it('is made once, for its owner only', () => {
    const file = join(folder, 'keys', 'signer.pem');
    const made = signingKeyFile(file);
    expect(signingKeyFile(file).publicKey).toEqual(made.publicKey);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    expect(() => signingKeyFile(file)).toThrow('can be read by others');
  });
});
