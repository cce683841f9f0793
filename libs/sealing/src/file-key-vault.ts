import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decrypt, encrypt, ivBytes, SealBroken } from './aead.js';
import type { KeyVault, WrappedKey } from './key-vault.js';

const keyBytes = 32;

/** A vault for one machine: the key-encryption key is 32 random bytes in a file that only its owner can read. */
export class FileKeyVault implements KeyVault {
  private constructor(
    private readonly key: KeyObject,
    private readonly keyId: string,
  ) {}

  /**
   * Opens the key file, and makes it where there is none; of several processes that do so at once, one makes it
   * and all use it.
   *
   * @throws when the file can be read by others, is not a plain file or has not 32 bytes.
   */
  static async open(file: string): Promise<FileKeyVault> {
    const bytes = (await readKey(file)) ?? (await makeKey(file));
    const keyId = createHash('sha256').update('rujukan-kek-id').update(bytes).digest('hex').slice(0, 16);
    return new FileKeyVault(createSecretKey(bytes), keyId);
  }

  async wrap(dataKey: Buffer, context: string): Promise<WrappedKey> {
    const iv = randomBytes(ivBytes);
    return { kekId: this.keyId, bytes: Buffer.concat([iv, encrypt(this.key, iv, context, dataKey)]) };
  }

  async unwrap({ kekId, bytes }: WrappedKey, context: string): Promise<Buffer> {
    if (kekId !== this.keyId)
      throw new SealBroken('a data key was wrapped under a key that this vault lacks');
    return decrypt(this.key, bytes.subarray(0, ivBytes), context, bytes.subarray(ivBytes));
  }
}

async function readKey(file: string): Promise<Buffer | undefined> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch(absent);
  if (!handle) return undefined;
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error(`key file ${file} is not a plain file`);
    if ((stat.mode & 0o077) !== 0) throw new Error(`key file ${file} can be read by others: chmod 600 it`);
    if (stat.size !== keyBytes) throw new Error(`key file ${file} must have ${keyBytes} bytes`);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Written aside, then linked: the name appears with all its bytes or not at all, and only for the first process. */
async function makeKey(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}.new`;
  try {
    await writeDurably(draft, randomBytes(keyBytes));
    await link(draft, file).catch(existing);
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKey(file);
  if (!key) throw new Error(`key file ${file} vanished`);
  return key;
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

const existing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error;
};
