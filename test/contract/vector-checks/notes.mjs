import {
  cosignedMessage,
  formatCheckpoint,
  formatNote,
  formatProof,
  fromBase64,
  leafHash,
  openNote,
  parseNote,
  parseProof,
  parseTreeHead,
  parseVerifierKey,
  timeOf,
} from '@rujukan/tlog';
import { base64, hex, utf8 } from './encoding.mjs';

/** Signed notes, keys, checkpoints, cosignatures and proof files as text. */
export function* notes(vectors, crypto) {
  yield* signed(vectors, crypto);
  for (const { name, text, want, rest } of vectors.checkpointBodies) {
    const head = parseTreeHead(text);
    yield [`checkpoint ${name}`, want === 'error' ? head === null : isHead(head, want, rest)];
  }
  const { size, leafUtf8, want } = vectors.goSumTreeHead;
  const root = leafHash(crypto.sha256, utf8(leafUtf8));
  const text = formatCheckpoint({ origin: 'go.sum database tree', size: BigInt(size), root });
  yield ['tree head of go.sum', text === want && hex(parseTreeHead(want).root) === hex(root)];
  yield* cosignatures(vectors);
  yield* proofs(vectors.tlogProof);
}

function* signed({ notes, invalidVkeys }, crypto) {
  for (const { name, vkey, note } of notes) {
    const key = parseVerifierKey(crypto.sha256, vkey);
    const read = parseNote(note);
    yield [name, key.ok && read !== null && openNote(crypto, read, [key.value]).ok];
    yield [`${name}, written again`, formatNote(read) === note];
    const forged = { ...read, text: `x${read.text}` };
    yield [`${name}, forged`, openNote(crypto, forged, [key.value]).reason === 'signature-false'];
  }
  for (const vkey of invalidVkeys) yield [`key ${vkey}`, !parseVerifierKey(crypto.sha256, vkey).ok];
}

const isHead = (head, { origin, size, hashHex }, rest) =>
  head?.origin === origin &&
  head.size === BigInt(size) &&
  hex(head.root) === hashHex &&
  head.extensions.map((line) => `${line}\n`).join('') === rest;

function* cosignatures({ cosignatureTimestamps, cosignedCheckpointSyntaxOnly: example }) {
  for (const { name, sigBase64, wantUnixSeconds } of cosignatureTimestamps) {
    const time = timeOf(base64(sigBase64).subarray(4));
    yield [name, wantUnixSeconds === undefined ? time === null : time === BigInt(wantUnixSeconds)];
  }
  const note = parseNote(example.note);
  yield ['signature lines', note.signatures.length === example.wantSignatureLines];
  const { signature } = note.signatures.find(({ name }) => name === example.cosignerName);
  const message = cosignedMessage(note.text, timeOf(signature));
  yield ['cosigned message', Buffer.from(message).toString() === example.wantCosignedMessage];
}

function* proofs({ marshal, unmarshalMustFail }) {
  for (const { name, index, hashesB64, checkpoint, extraB64, want } of marshal) {
    const extra = extraB64 === undefined ? {} : { extra: fromBase64(extraB64) };
    const file = { index: BigInt(index), hashes: hashesB64.map(fromBase64), checkpoint, ...extra };
    yield [`proof ${name}`, formatProof(file) === want];
    yield [`proof ${name}, read`, formatProof(parseProof(want)) === want];
  }
  for (const { name, text } of unmarshalMustFail) yield [`proof with ${name}`, parseProof(text) === null];
}
