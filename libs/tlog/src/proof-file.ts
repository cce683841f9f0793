import { fromBase64, fromDecimal, fromHashLine, toBase64 } from './bytes.js';
import { maxProofHashes } from './merkle.js';

/** One file that shows, without anything else but trusted keys, that an entry is in a log (c2sp.org/tlog-proof). */
export interface ProofFile {
  readonly index: bigint;
  /** From the leaf's sibling up. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note, as the log gave it. */
  readonly checkpoint: string;
  /** Whatever the maker added. Nobody signed it. */
  readonly extra?: Uint8Array;
}

const header = 'c2sp.org/tlog-proof@v1';
const longestProof = 1_100_000;
const longestExtra = 65_536;

export const formatProof = ({ index, hashes, checkpoint, extra }: ProofFile): string =>
  [
    header,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** Reads a proof file; null when it is not written exactly as one must be. The checkpoint in it is not looked at. */
export function parseProof(text: string): ProofFile | null {
  const end = text.indexOf('\n\n');
  if (text.length > longestProof || end < 0 || !text.endsWith('\n')) return null;
  const [first, ...lines] = text.slice(0, end).split('\n');
  const extra = takeExtra(lines);
  const index = takeIndex(lines);
  const hashes = lines.length <= maxProofHashes ? lines.map(fromHashLine) : [null];
  if (first !== header || extra === null || index === null || hashes.includes(null)) return null;
  const whole = { index, hashes: hashes.filter((hash) => hash !== null), checkpoint: text.slice(end + 2) };
  return extra === undefined ? whole : { ...whole, extra };
}

function takeExtra(lines: string[]): Uint8Array | null | undefined {
  if (!lines[0]?.startsWith('extra ')) return undefined;
  const extra = fromBase64(lines.shift()!.slice('extra '.length));
  return extra && extra.length > 0 && extra.length <= longestExtra ? extra : null;
}

const takeIndex = (lines: string[]): bigint | null => {
  const line = lines.shift() ?? '';
  return line.startsWith('index ') ? fromDecimal(line.slice('index '.length)) : null;
};
