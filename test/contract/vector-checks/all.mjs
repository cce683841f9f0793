import { readFileSync } from 'node:fs';
import { canonical } from './canonical.mjs';
import { publicLogs, signatures, tiledLog } from './logs.mjs';
import { rfc6962, subtrees } from './merkle.mjs';
import { notes } from './notes.mjs';
import { witness } from './witness.mjs';

/** Which check goes with which file of published vectors. */
const checks = {
  'ed25519-verify.json': signatures,
  'jcs-rfc8785.json': canonical,
  'merkle-subtree.json': subtrees,
  'rfc6962-merkle.json': rfc6962,
  'signed-note-checkpoint.json': notes,
  'sigstore-inclusion-checkpoints.json': publicLogs,
  'tlog-tiles-log.json': tiledLog,
  'witness-transcript.json': witness,
};

/** How many vectors each published file holds; a verifier makes as many checks at least, or more where it takes one apart. */
export const vectorCounts = {
  'ed25519-verify.json': 151,
  'jcs-rfc8785.json': 14,
  'merkle-subtree.json': 322,
  'rfc6962-merkle.json': 4 + 9 + 98 + 98,
  'signed-note-checkpoint.json': 45,
  'sigstore-inclusion-checkpoints.json': 54,
  'tlog-tiles-log.json': 46,
  'witness-transcript.json': 17,
};

export const vectorFiles = Object.keys(checks);
export const vectorFolder = new URL('../vectors/', import.meta.url);

/** Runs all checks of a file. `numberLines` is how far the file of numbers is written. */
export async function checkVectors(file, crypto, numberLines) {
  const vectors = JSON.parse(readFileSync(new URL(file, vectorFolder), 'utf8'));
  const failed = [];
  let count = 0;
  for await (const [name, isRight] of checks[file](vectors, crypto, numberLines)) {
    count += 1;
    if (!isRight) failed.push(name);
  }
  return { file, checks: count, passed: count - failed.length, failed };
}
