import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transformFileSync } from '@swc/core';
import { SealBroken } from './aead.js';
import { FileKeyVault } from './file-key-vault.js';

const run = promisify(execFile);
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  file = join(folder, 'kek');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The vault as plain JavaScript, so that real processes can open it. */
function compileVault(): void {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const name of ['aead', 'file-key-vault']) {
    const { code } = transformFileSync(join('libs/sealing/src', `${name}.ts`), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(folder, `${name}.js`), code);
  }
}

describe('the key file', () => {
  it('is made at first start, for its owner only', async () => {
    await FileKeyVault.open(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(file).size).toBe(32);
    expect(readdirSync(folder)).toEqual(['kek']);
  });

  it('is the same key for all processes that start at once', async () => {
    compileVault();
    const script = `import { FileKeyVault } from './file-key-vault.js';
      const vault = await FileKeyVault.open('kek');
      console.log((await vault.wrap(Buffer.alloc(32, 7), 'context')).bytes.toString('hex'));`;
    const all = await Promise.all(
      Array.from({ length: 4 }, () =>
        run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder }),
      ),
    );

    const vault = await FileKeyVault.open(file);
    const { kekId } = await vault.wrap(Buffer.alloc(32), 'context');
    for (const { stdout } of all) {
      const bytes = Buffer.from(stdout.trim(), 'hex');
      expect(await vault.unwrap({ kekId, bytes }, 'context')).toEqual(Buffer.alloc(32, 7));
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('kek'))).toEqual(['kek']);
  });

  it('keeps its key from start to start', async () => {
    const wrapped = await (await FileKeyVault.open(file)).wrap(Buffer.alloc(32, 1), 'context');
    expect(await (await FileKeyVault.open(file)).unwrap(wrapped, 'context')).toEqual(Buffer.alloc(32, 1));
  });

  it('is refused when others can read it', async () => {
    writeFileSync(file, randomBytes(32), { mode: 0o600 });
    chmodSync(file, 0o640);
    await expect(FileKeyVault.open(file)).rejects.toThrow('can be read by others');
  });

  it.each([0, 16, 31, 33])('is refused with %i bytes, and left as it is', async (size) => {
    writeFileSync(file, randomBytes(size), { mode: 0o600 });
    await expect(FileKeyVault.open(file)).rejects.toThrow('must have 32 bytes');
    expect(readFileSync(file)).toHaveLength(size);
  });

  it('is refused when it is a folder or a link', async () => {
    await expect(FileKeyVault.open(folder)).rejects.toThrow('not a plain file');
    writeFileSync(join(folder, 'real'), randomBytes(32), { mode: 0o600 });
    symlinkSync('real', file);
    await expect(FileKeyVault.open(file)).rejects.toThrow();
  });
});

describe('a wrapped data key', () => {
  it('opens only under the key and in the context it was wrapped for', async () => {
    const vault = await FileKeyVault.open(file);
    const other = await FileKeyVault.open(join(folder, 'other'));
    const wrapped = await vault.wrap(randomBytes(32), 'context');
    const { kekId } = await other.wrap(randomBytes(32), 'context');

    await expect(vault.unwrap(wrapped, 'another context')).rejects.toThrow(SealBroken);
    await expect(other.unwrap(wrapped, 'context')).rejects.toThrow(SealBroken);
    await expect(other.unwrap({ ...wrapped, kekId }, 'context')).rejects.toThrow(SealBroken);
  });
});
