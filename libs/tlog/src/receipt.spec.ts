import { generateKeyPairSync } from 'node:crypto';
import { formatCheckpoint } from './checkpoint.js';
import { cosigner } from './cosignature.js';
import { emptyEdge, grow } from './growth.js';
import { formatVerifierKey, noteSigner } from './keys.js';
import { leafHash } from './merkle.js';
import { nobleCrypto } from './noble-crypto.js';
import { nodeCrypto, nodeSigningKey } from './node-crypto.js';
import { signNote } from './note.js';
import { formatProof } from './proof-file.js';
import { inclusionProof } from './proofs.js';
import type { TileRef } from './tiles.js';
import { checkReceipt, roleOf, type ReceiptFiles } from './receipt.js';

const origin = 'rujukan.example/log';
const { sha256 } = nodeCrypto;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const aKey = () => nodeSigningKey(generateKeyPairSync('ed25519').privateKey);
const seen = new Date('2026-03-02T03:00:00.000Z');

/** A log of five entries, one witness, and the receipt of the third. */
async function aReceipt() {
  const log = noteSigner(nodeCrypto, origin, aKey());
  const witness = cosigner(nodeCrypto, 'plat.example/witness', aKey(), () => seen);
  const entries = Array.from({ length: 5 }, (_, at) => bytes(`{"type":"handoff.accept","at":${at}}`));
  const { tiles, edge, root } = grow(
    sha256,
    emptyEdge,
    entries.map((entry) => leafHash(sha256, entry)),
  );
  const known = new Map(tiles.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  const reader = {
    readTiles: (refs: readonly TileRef[]) =>
      Promise.resolve(refs.map(({ level, index }) => known.get(`${level}/${index}`) ?? null)),
  };
  const hashes = await inclusionProof(sha256, { index: 2n, size: edge.size }, reader);
  const head = formatCheckpoint({ origin, size: edge.size, root });
  const [signed, cosigned] = [signNote(head, log), signNote(head, log, witness)];
  const policy = (quorum: string) =>
    bytes(
      `log ${formatVerifierKey(log.key)}\nwitness plat ${formatVerifierKey(witness.key)}\nquorum ${quorum}\n`,
    );
  const proof = (checkpoint: string, extra = entries[2]!) =>
    bytes(formatProof({ index: 2n, hashes, checkpoint, extra }));
  return { signed, cosigned, policy, proof, entries };
}

let receipt: Awaited<ReturnType<typeof aReceipt>>;
const check = (files: ReceiptFiles) => checkReceipt(nobleCrypto, files);

beforeAll(async () => {
  receipt = await aReceipt();
});

describe('a receipt that somebody drops on the page', () => {
  it('is proved with what stands in it, and names who saw it', () => {
    const { proof, cosigned, policy, entries } = receipt;
    expect(check({ proof: proof(cosigned), policy: policy('plat') })).toEqual({
      kind: 'proved',
      index: '2',
      size: '5',
      origin,
      witnesses: [{ name: 'plat', at: seen.toISOString() }],
      entry: new TextDecoder().decode(entries[2]),
    });
  });

  it('is found changed when one letter of the entry is another', () => {
    const { proof, cosigned, policy } = receipt;
    const changed = proof(cosigned, bytes('{"type":"handoff.reject","at":2}'));
    expect(check({ proof: changed, policy: policy('plat') })).toEqual({
      kind: 'changed',
      reason: 'not-included',
    });
  });

  it('is found changed when the head was signed by somebody else in the name of the log', async () => {
    const other = await aReceipt();
    const forged = `${receipt.cosigned.slice(0, -3)}${receipt.cosigned.endsWith('A\n') ? 'B' : 'A'}=\n`;
    const { kind } = check({ proof: receipt.proof(forged), policy: receipt.policy('plat') });
    expect(kind).not.toBe('proved');
    expect(check({ proof: other.proof(other.cosigned), policy: receipt.policy('plat') })).toEqual({
      kind: 'unknown',
      reason: 'unsigned',
    });
  });

  it('cannot be told from as long as the witness has not seen it', () => {
    const { proof, signed, policy } = receipt;
    expect(check({ proof: proof(signed), policy: policy('plat') })).toEqual({
      kind: 'unknown',
      reason: 'quorum-missing',
    });
    expect(check({ proof: proof(signed), policy: policy('none') })).toMatchObject({
      kind: 'proved',
      witnesses: [],
    });
  });

  it('takes the entry of a file of its own before the one inside', () => {
    const { proof, cosigned, policy, entries } = receipt;
    const files = { proof: proof(cosigned), policy: policy('plat') };
    expect(check({ ...files, entry: entries[3]! })).toEqual({ kind: 'changed', reason: 'not-included' });
    expect(check({ ...files, entry: entries[2]! }).kind).toBe('proved');
  });

  it('says what is missing, and what is no such file', () => {
    const { proof, cosigned, policy, entries } = receipt;
    const reason = (files: ReceiptFiles) => check(files);
    expect(reason({ policy: policy('plat') })).toEqual({ kind: 'unknown', reason: 'no-proof' });
    expect(reason({ proof: proof(cosigned) })).toEqual({ kind: 'unknown', reason: 'no-policy' });
    expect(reason({ proof: bytes('c2sp.org/tlog-proof@v1\n'), policy: policy('plat') })).toEqual({
      kind: 'unknown',
      reason: 'proof-malformed',
    });
    expect(reason({ proof: proof(cosigned), policy: bytes('halo\n') })).toEqual({
      kind: 'unknown',
      reason: 'policy-malformed',
    });
    expect([proof(cosigned), entries[0]!, policy('plat')].map(roleOf)).toEqual(['proof', 'entry', 'policy']);
    expect(['a photo', ''].map((text) => roleOf(new TextEncoder().encode(text)))).toEqual([
      undefined,
      undefined,
    ]);
  });
});
