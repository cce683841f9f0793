import * as fc from 'fast-check';
import { utf8 } from './bytes.js';
import {
  appendLeaves,
  emptyFrontier,
  frontierFromBytes,
  frontierToBytes,
  rootOfFrontier,
} from './frontier.js';
import { edgeAt, emptyEdge, grow, rootOfEdge, type Edge } from './growth.js';
import { emptyRoot, leafHash, rootOf, verifyConsistency, verifyInclusion } from './merkle.js';
import { nodeCrypto } from './node-crypto.js';
import { consistencyProof, inclusionProof, rootAt } from './proofs.js';
import { TileMissing, type TileReader } from './tile-reader.js';
import { tilePath, tilesOf, widthIn } from './tiles.js';

const { sha256 } = nodeCrypto;
const leavesUpTo = (size: number) =>
  Array.from({ length: size }, (_, at) => leafHash(sha256, utf8(`entry ${at}`)));
const leaves = leavesUpTo(70_000);

/** A store of tiles that keeps, as a table does, only the widest form of each. */
function aStore() {
  const kept = new Map<string, Uint8Array>();
  const asked: number[] = [];
  const keyOf = (level: number | 'entries', index: bigint) => `${level}/${index}`;
  const reader: TileReader = {
    async readTiles(tiles) {
      asked.push(tiles.length);
      return tiles.map(({ level, index }) => kept.get(keyOf(level, index)) ?? null);
    },
  };
  const append = (edge: Edge, fresh: readonly Uint8Array[]): Edge => {
    const growth = grow(sha256, edge, fresh);
    for (const { level, index, hashes } of growth.tiles) kept.set(keyOf(level, index), hashes);
    return growth.edge;
  };
  return { kept, asked, reader, append };
}

const sizes = [0, 1, 2, 255, 256, 257, 511, 512, 4_000, 65_535, 65_536, 65_537, 70_000];

describe('a log that grows', () => {
  it('has one root, in whatever way it is reckoned and in whatever batches it came', async () => {
    const store = aStore();
    let edge = emptyEdge;
    let frontier = emptyFrontier;
    for (const size of sizes) {
      const fresh = leaves.slice(Number(edge.size), size);
      edge = store.append(edge, fresh);
      frontier = appendLeaves(sha256, frontier, fresh);
      const root = rootOf(sha256, leaves.slice(0, size));
      expect(rootOfEdge(sha256, edge)).toEqual(root);
      expect(rootOfFrontier(sha256, frontier)).toEqual(root);
      expect(await rootAt(sha256, BigInt(size), store.reader)).toEqual(root);
      expect(rootOfEdge(sha256, await edgeAt(BigInt(size), store.reader))).toEqual(root);
      expect(frontierFromBytes(frontier.size, frontierToBytes(frontier))).toEqual(frontier);
    }
  });

  it('has the tiles that the specification names for 70,000 entries', () => {
    const store = aStore();
    store.append(emptyEdge, leaves);
    const tiles = [...tilesOf(70_000n)];
    const named = tiles.map(({ level, width }) => `${level}:${width}`);
    expect(named.filter((name) => name === '0:256')).toHaveLength(273);
    expect(named.filter((name) => name !== '0:256')).toEqual(['0:112', '1:256', '1:17', '2:1']);
    expect([...store.kept.keys()].sort()).toEqual(
      tiles.map(({ level, index }) => `${level}/${index}`).sort(),
    );
  });

  it('proves every entry and every earlier head out of its tiles, with one read of eight tiles at most', async () => {
    const store = aStore();
    store.append(emptyEdge, leaves);
    // Most trees small, because each root is reckoned anew from its leaves.
    const size = fc.oneof(
      { weight: 30, arbitrary: fc.integer({ min: 1, max: 2_000 }) },
      fc.constant(leaves.length),
    );
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (now, pick) => {
        const [size2, root2] = [BigInt(now), rootOf(sha256, leaves.slice(0, now))];
        const index = pick % now;
        const proof = await inclusionProof(sha256, { index: BigInt(index), size: size2 }, store.reader);
        const claim = { index: BigInt(index), size: size2, proof, leafHash: leaves[index]!, root: root2 };
        expect(verifyInclusion(sha256, claim)).toBe(true);
        expect(verifyInclusion(sha256, { ...claim, index: claim.index + 1n })).toBe(false);
        const size1 = BigInt(index + 1);
        const root1 = rootOf(sha256, leaves.slice(0, index + 1));
        const growth = await consistencyProof(sha256, { size1, size2 }, store.reader);
        expect(verifyConsistency(sha256, { size1, size2, root1, root2, proof: growth })).toBe(true);
        const flipped = growth.map((hash, at) => (at === 0 ? sha256(hash) : hash));
        if (growth.length > 0)
          expect(verifyConsistency(sha256, { size1, size2, root1, root2, proof: flipped })).toBe(false);
      }),
      { numRuns: 100 },
    );
    expect(Math.max(...store.asked)).toBeLessThanOrEqual(8);
  });

  it('says which tile is missing', async () => {
    const store = aStore();
    store.append(emptyEdge, leaves.slice(0, 1_000));
    store.kept.delete('0/2');
    const proof = inclusionProof(sha256, { index: 700n, size: 1_000n }, store.reader);
    await expect(proof).rejects.toThrow(new TileMissing('tile/0/002'));
  });

  it('refuses to prove what cannot be', async () => {
    const { reader } = aStore();
    await expect(inclusionProof(sha256, { index: 5n, size: 5n }, reader)).rejects.toThrow(RangeError);
    await expect(consistencyProof(sha256, { size1: 0n, size2: 5n }, reader)).rejects.toThrow(RangeError);
    await expect(consistencyProof(sha256, { size1: 6n, size2: 5n }, reader)).rejects.toThrow(RangeError);
  });
});

describe('sizes beyond what a double holds', () => {
  it('are counted exactly', () => {
    const size = 2n ** 60n + 3n;
    expect(widthIn(size, { level: 0, index: 2n ** 52n })).toBe(3);
    expect(widthIn(size, { level: 0, index: 2n ** 52n - 1n })).toBe(256);
    expect(widthIn(size, { level: 7, index: 0n })).toBe(16);
    expect(tilePath({ level: 0, index: 2n ** 52n, width: 3 })).toBe(
      'tile/0/x004/x503/x599/x627/x370/496.p/3',
    );
  });

  it('take a frontier of as many nodes as the size has ones', () => {
    expect(frontierFromBytes(2n ** 60n + 3n, new Uint8Array(96))?.nodes).toHaveLength(3);
    expect(frontierFromBytes(2n ** 60n + 3n, new Uint8Array(64))).toBeNull();
    expect(frontierFromBytes(-1n, new Uint8Array(0))).toBeNull();
    expect(rootOfFrontier(sha256, emptyFrontier)).toEqual(emptyRoot(sha256));
  });
});
