import { fromBase64, fromDecimal, toBase64 } from './bytes.js';
import { hashBytes } from './merkle.js';

/** The head of a log: how many entries it has and the root over them (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** Which log it is. */
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
  /** Further lines, of which nothing is known. */
  readonly extensions: readonly string[];
}

const longestOrigin = 255;
const mostExtensions = 16;

/** The text of a checkpoint, with the newline at its end. */
export const formatCheckpoint = ({
  origin,
  size,
  root,
  extensions = [],
}: Omit<Checkpoint, 'extensions'> & Partial<Checkpoint>): string =>
  [origin, size.toString(), toBase64(root), ...extensions, ''].join('\n');

/** Reads the text of a checkpoint (without signatures); null when it is not written exactly as one must be. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const head = parseTreeHead(text);
  return head?.root.length === hashBytes ? head : null;
}

/** The same for any hash: a root of another length than SHA-256 gives is accepted. */
export function parseTreeHead(text: string): Checkpoint | null {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) return null;
  const [origin, sizeLine, rootLine, ...extensions] = lines as [string, string, string, ...string[]];
  const size = fromDecimal(sizeLine);
  const root = rootLine.length <= 128 ? fromBase64(rootLine) : null;
  if (origin.length > longestOrigin || extensions.length > mostExtensions) return null;
  return size === null || root === null ? null : { origin, size, root, extensions };
}
