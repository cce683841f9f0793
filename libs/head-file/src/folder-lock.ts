import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process works in the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string, pid: number) {
    super(`${folder} is in use by the process ${pid}: two that sign from one memory would each sign half`);
  }
}

interface Holder {
  readonly pid: number;
  /** When it was born, where the system tells; a pid that is used again was born at another moment. */
  readonly born?: string | undefined;
}

const mostAttempts = 20;

/**
 * Takes a folder for this process alone, on this machine. What a killed process left is taken over.
 *
 * @returns lets go of it.
 * @throws {@link FolderInUse}
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'lock');
  const own = join(folder, `lock.${process.pid}`);
  // A link, because it appears with its content or not at all.
  writeFileSync(own, JSON.stringify({ pid: process.pid, born: birthOf(process.pid) }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      if (hasLinked(own, lock)) return () => rmSync(lock, { force: true });
      const found = contentOf(lock);
      if (found !== undefined) removeIfLeft(lock, found, folder);
    }
    throw new Error(`${lock} comes and goes: another process is starting here`);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves a lock aside whose holder is gone. What was moved is looked at again: a new holder may have come between. */
function removeIfLeft(lock: string, found: string, folder: string): void {
  const holder = parsed(found);
  if (holder && isAlive(holder)) throw new FolderInUse(folder, holder.pid);
  const aside = `${lock}.left.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return; // another process was faster
  }
  if (contentOf(aside) !== found) hasLinked(aside, lock);
  rmSync(aside, { force: true });
}

function hasLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // it went while we looked
  }
}

function parsed(text: string): Holder | undefined {
  try {
    const { pid, born } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' ? { pid, born } : undefined;
  } catch {
    return undefined; // cut short by a crash of the machine: nobody holds it
  }
}

function isAlive({ pid, born }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const now = birthOf(pid);
  return born === undefined || now === undefined || now === born;
}

/** Ticks since the machine started; Linux only. */
function birthOf(pid: number): string | undefined {
  const stat = contentOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
