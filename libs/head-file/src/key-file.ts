import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { nodeSigningKey } from '@rujukan/tlog';

/**
 * The Ed25519 private key in a file (PEM, PKCS #8), made at first use, readable by its owner only. Of several that make it
 * at once, one wins and all read the same.
 *
 * @throws when others can read it, or when it is a key of another kind.
 */
export function signingKeyFile(file: string): ReturnType<typeof nodeSigningKey> {
  if (!statSync(file, { throwIfNoEntry: false })) make(file);
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others: chmod 600 ${file}`);
  return nodeSigningKey(createPrivateKey(readFileSync(file)));
}

function make(file: string): void {
  const draft = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
