import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { equalBytes, parseCheckpoint, parseNote, type WitnessedHead, type WitnessStore } from '@rujukan/tlog';
import { lockFolder } from './folder-lock.js';

/** What is kept is no head that this key signed. */
export class HeadCorrupt extends Error {
  override readonly name = 'HeadCorrupt';
}

/**
 * The last head of each log that somebody signed, one small file each, in a folder that only one process works in.
 * A signer's memory: it must survive whatever the signer does not, and must never go back.
 */
export class HeadFolder implements WitnessStore {
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private readonly heads: Map<string, WitnessedHead>,
    private readonly unlock: () => void,
  ) {}

  /**
   * Makes the folder if need be and reads what it holds.
   *
   * @param isOwn whether a head, the signed note, was signed with this process's own key.
   * @throws `FolderInUse` when another process works in it, {@link HeadCorrupt} when a head in it is none.
   */
  static async open(folder: string, isOwn: (note: string) => boolean): Promise<HeadFolder> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unlock = lockFolder(folder);
    try {
      return new HeadFolder(folder, await readAll(folder, isOwn), unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  latest(origin: string): Promise<WitnessedHead | null> {
    return Promise.resolve(this.heads.get(origin) ?? null);
  }

  /** As `latest`, for whoever knows a log by the SHA-256 of its origin in hex digits only. */
  latestByHash(hash: string): WitnessedHead | null {
    return [...this.heads].find(([origin]) => hashOf(origin) === hash)?.[1] ?? null;
  }

  /**
   * Keeps `next`, if the size that is kept is still `expected` (0 when there is none yet). When this gives true it is
   * on the disk; whatever is killed in between, the old head or the new one is there, whole.
   *
   * @throws when it cannot be written, or when another program changed the file: then nothing more may be signed.
   */
  advance(origin: string, expected: bigint, next: WitnessedHead): Promise<boolean> {
    const step = this.writing.then(async () => {
      const known = this.heads.get(origin);
      if ((known?.size ?? 0n) !== expected) return false;
      if (known && known.size === next.size && !equalBytes(known.root, next.root)) return false;
      await this.write(origin, known?.note, next.note);
      this.heads.set(origin, next);
      return true;
    });
    this.writing = step.catch(() => undefined);
    return step;
  }

  /** Waits for what is being written and lets go of the folder. */
  async close(): Promise<void> {
    await this.writing;
    this.unlock();
  }

  private async write(origin: string, before: string | undefined, note: string): Promise<void> {
    const file = join(this.folder, `${hashOf(origin)}${ending}`);
    if ((await contentOf(file)) !== before)
      throw new HeadCorrupt(`${file} was changed by another program while this one ran`);
    await writeDurably(`${file}.draft`, note);
    await rename(`${file}.draft`, file);
    await syncFolder(this.folder);
  }
}

const ending = '.head';

const hashOf = (origin: string): string => createHash('sha256').update(origin).digest('hex');

async function readAll(
  folder: string,
  isOwn: (note: string) => boolean,
): Promise<Map<string, WitnessedHead>> {
  const heads = new Map<string, WitnessedHead>();
  for (const name of await readdir(folder)) {
    if (name.endsWith('.draft'))
      await rm(join(folder, name)); // a kill came between the two steps
    else if (name.endsWith(ending)) {
      const note = await readFile(join(folder, name), 'utf8');
      const head = headIn(note);
      if (!head || `${hashOf(head.origin)}${ending}` !== name || !isOwn(note))
        throw new HeadCorrupt(
          `${join(folder, name)} holds no head that this key signed; without its memory nothing may be signed`,
        );
      heads.set(head.origin, { size: head.size, root: head.root, note });
    }
  }
  return heads;
}

function headIn(note: string) {
  const read = parseNote(note);
  return read && parseCheckpoint(read.text);
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeDurably(file: string, content: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The name of a file is durable when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
