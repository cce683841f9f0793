import { leafHash, nodeCrypto, verifyInclusion } from '@rujukan/tlog';

/** What a look at the tree over the log gave. */
export interface ChainCheck {
  /** Size of the head that was compared with; 0 where the tree is empty. */
  readonly size: number;
  /** Whether that head is signed. */
  readonly isSigned: boolean;
  /** Entries whose bytes stand in the tree under their number. */
  readonly proved: readonly number[];
  /** Entries whose bytes are not those that the tree was built over, or that lack their hashes. */
  readonly altered: readonly number[];
  /** Entries that came after the head. */
  readonly later: readonly number[];
}

/** A head, and for one of its entries the bytes that are stored and the hashes that lead to the root. */
export interface Inclusion {
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** Undefined where a tile is missing. */
  readonly proof: readonly Uint8Array[] | undefined;
}

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
  readonly isSigned: boolean;
}

/** Recomputes the root from the bytes of each entry. */
export function checkChain(head: TreeHead, entries: readonly Inclusion[]): ChainCheck {
  const covered = entries.filter(({ seq }) => seq < head.size);
  const isProved = ({ seq, bytes, proof }: Inclusion): boolean =>
    proof !== undefined &&
    verifyInclusion(nodeCrypto.sha256, {
      index: BigInt(seq),
      size: BigInt(head.size),
      leafHash: leafHash(nodeCrypto.sha256, bytes),
      proof,
      root: head.root,
    });
  const seqs = (some: readonly Inclusion[]) => some.map(({ seq }) => seq);
  return {
    size: head.size,
    isSigned: head.isSigned,
    proved: seqs(covered.filter(isProved)),
    altered: seqs(covered.filter((entry) => !isProved(entry))),
    later: seqs(entries.filter(({ seq }) => seq >= head.size)),
  };
}
