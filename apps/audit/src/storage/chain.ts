import type { EntityManager } from 'typeorm';
import {
  inclusionProof,
  nodeCrypto,
  parseCheckpoint,
  parseNote,
  TileMissing,
  type TileReader,
} from '@rujukan/tlog';
import { checkChain, type ChainCheck, type Inclusion, type TreeHead } from '../domain/chain.js';

/** Compares the stored bytes of these entries with the newest signed head, or with the tree as it stands where none is. */
export async function chainOf(tx: EntityManager, seqs: readonly number[]): Promise<ChainCheck> {
  const head = await headOf(tx);
  const rows = await tx.query<{ seq: string; bytes: Buffer }[]>(
    'select seq, bytes from audit_body where seq = any($1) order by seq',
    [seqs],
  );
  const entries: Inclusion[] = [];
  for (const { seq, bytes } of rows)
    entries.push({ seq: Number(seq), bytes, proof: await proofOf(tx, Number(seq), head.size) });
  const found = checkChain(head, entries);
  const stored = new Set(entries.map(({ seq }) => seq));
  // Bytes that are gone are worse than bytes that differ.
  return { ...found, altered: [...found.altered, ...seqs.filter((seq) => !stored.has(seq))] };
}

async function headOf(tx: EntityManager): Promise<TreeHead> {
  const [signed] = await tx.query<{ note: string }[]>(
    'select note from log_checkpoint order by size desc limit 1',
  );
  const head = signed && parseCheckpoint(parseNote(signed.note)?.text ?? '');
  if (head) return { size: Number(head.size), root: head.root, isSigned: true };
  const [state] = await tx.query<{ size: string; root: Buffer }[]>(
    'select tree_size as size, root from log_state where log_id = 1',
  );
  return { size: Number(state!.size), root: state!.root, isSigned: false };
}

async function proofOf(tx: EntityManager, seq: number, size: number): Promise<Uint8Array[] | undefined> {
  if (seq >= size) return undefined;
  try {
    return await inclusionProof(nodeCrypto.sha256, { index: BigInt(seq), size: BigInt(size) }, tilesIn(tx));
  } catch (error) {
    if (error instanceof TileMissing) return undefined;
    throw error;
  }
}

const tilesIn = (tx: EntityManager): TileReader => ({
  async readTiles(tiles) {
    const rows = await tx.query<{ level: number; idx: string; hashes: Buffer }[]>(
      `select level, idx, hashes from log_tile
        where (level, idx) in (select * from unnest($1::smallint[], $2::bigint[]))`,
      [tiles.map(({ level }) => level), tiles.map(({ index }) => String(index))],
    );
    const found = new Map(rows.map(({ level, idx, hashes }) => [`${level}/${idx}`, hashes]));
    return tiles.map(({ level, index }) => found.get(`${level}/${index}`) ?? null);
  },
});
