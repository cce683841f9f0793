import {
  consistencyProof,
  edgeAt,
  equalBytes,
  rootAt,
  rootOfEdge,
  rootOfTile,
  TileMissing,
  tilePath,
  tileWidth,
  verifyConsistency,
  widthIn,
  hashBytes,
  type Sha256,
  type LogCrypto,
  type Policy,
  type TileReader,
} from '@rujukan/tlog';
import { Findings, type Finding, type Report } from './findings.js';
import { factsOf } from './fsck.js';
import { readHead, type Head } from './heads.js';

interface SignedHead {
  readonly where: string;
  readonly note: string;
}

/** Checks that the later of two signed heads continues the earlier one, with the tiles of the later. */
export async function checkConsistency(
  trust: { readonly crypto: LogCrypto; readonly policy: Policy },
  notes: readonly [SignedHead, SignedHead],
  tiles: TileReader,
): Promise<Report> {
  const findings = new Findings();
  const [one, other] = notes.map((note) => readHead(trust, note, findings)) as [Head | null, Head | null];
  if (!one || !other) return { findings: findings.list(), facts: {} };
  const [earlier, later] = one.checkpoint.size <= other.checkpoint.size ? [one, other] : [other, one];
  const { origin } = other.checkpoint;
  if (one.checkpoint.origin !== origin)
    findings.add({ kind: 'other-log', where: other.where, details: { origin } });
  else if (earlier.isSigned && later.isSigned) {
    const finding = await contradiction(trust.crypto, { earlier, later }, tiles);
    if (finding) findings.add(finding);
  }
  return {
    findings: findings.list(),
    facts: { ...factsOf(later), from: earlier.checkpoint.size.toString() },
  };
}

/** What speaks against one head being the continuation of another; null when nothing does. */
export async function contradiction(
  { sha256 }: LogCrypto,
  { earlier, later }: { readonly earlier: Head; readonly later: Head },
  tiles: TileReader,
): Promise<Finding | null> {
  const { size: size1, root: root1 } = earlier.checkpoint;
  const { size: size2, root: root2 } = later.checkpoint;
  const details = { size: size1.toString(), against: later.where };
  if (size1 === size2)
    return equalBytes(root1, root2) ? null : { kind: 'fork', where: earlier.where, details };
  try {
    // From the empty tree everything follows, if that is what it was.
    if (size1 === 0n)
      return equalBytes(root1, await rootAt(sha256, 0n, tiles))
        ? null
        : { kind: 'fork', where: earlier.where };
    const proof = await consistencyProof(sha256, { size1, size2 }, tiles);
    if (verifyConsistency(sha256, { size1, size2, root1, root2, proof })) return null;
    if (!equalBytes(rootOfEdge(sha256, await edgeAt(size2, tiles)), root2))
      return { kind: 'tiles-of-another-log', where: later.where };
    const changed = await changedTile(sha256, { at: size1, size: size2 }, tiles);
    return changed
      ? { kind: 'tile-changed', where: changed }
      : { kind: 'fork', where: earlier.where, details };
  } catch (error) {
    if (error instanceof TileMissing) return { kind: 'file-missing', where: error.path };
    throw error;
  }
}

/** The first of the tiles around leaf `at` that the tile above it contradicts; null when each is what the one above says. */
async function changedTile(
  sha256: Sha256,
  { at, size }: { readonly at: bigint; readonly size: bigint },
  tiles: TileReader,
): Promise<string | null> {
  const tileAt = (level: number) => {
    const place = { level, index: at >> BigInt(8 * (level + 1)) };
    return { ...place, width: widthIn(size, place) };
  };
  for (let level = 0; tileAt(level).width === tileWidth; level += 1) {
    const [below, above] = [tileAt(level), tileAt(level + 1)];
    const [tile, parent] = await tiles.readTiles([below, above]);
    if (!tile) throw new TileMissing(tilePath(below));
    if (!parent) throw new TileMissing(tilePath(above));
    const place = Number(below.index % BigInt(tileWidth)) * hashBytes;
    if (!equalBytes(rootOfTile(sha256, tile), parent.subarray(place, place + hashBytes)))
      return tilePath(below);
  }
  return null;
}
