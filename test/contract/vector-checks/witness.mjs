import {
  addCheckpoint,
  cosigner,
  formatAddCheckpoint,
  nodeSigningKey,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyConsistency,
} from '@rujukan/tlog';
import { generateKeyPairSync } from 'node:crypto';
import { bytes, hex, utf8 } from './encoding.mjs';

/** What a witness keeps, in memory; `stall` is waited for once, between the check of a request and its effect. */
function memoryStore(stall = async () => {}) {
  const heads = new Map();
  let wait = stall;
  return {
    heads,
    latest: async (origin) => heads.get(origin) ?? null,
    async advance(origin, expected, next) {
      const [now] = [wait, (wait = async () => {})];
      await now();
      if ((heads.get(origin)?.size ?? 0n) !== expected) return false;
      heads.set(origin, next);
      return true;
    },
  };
}

function aWitness({ log, witnessName }, crypto, store) {
  const key = parseVerifierKey(crypto.sha256, log.vkey).value;
  const { privateKey } = generateKeyPairSync('ed25519');
  const now = () => new Date('2026-03-02T03:00:00Z');
  return {
    crypto,
    store,
    signer: cosigner(crypto, witnessName, nodeSigningKey(privateKey), now),
    keysOf: (origin) => (origin === log.origin ? [key] : []),
  };
}

/** The published requests to a witness, in order; then the race in which one must not roll the other back. */
export async function* witness(vectors, crypto) {
  const store = memoryStore();
  const one = aWitness(vectors, crypto, store);
  for (const [at, step] of vectors.steps.entries()) {
    const answer = await addCheckpoint(one, utf8(step.body));
    yield [`step ${at + 1} answers ${step.specStatus}`, answer.status === step.specStatus];
    if (step.assert === '==') yield [`step ${at + 1} says the size`, isConflict(answer, step.value)];
    if (step.specStatus === 200)
      yield [`step ${at + 1} cosigns`, isCosigned(one, step.body, answer, step.value)];
  }
  yield* race(vectors, crypto);
  yield* secondLog(vectors.secondLog, crypto);
  yield* malformedRequests(vectors, one);
}

const isConflict = ({ body, contentType }, value) => body === value && contentType === 'text/x.tlog.size';

function isCosigned({ crypto, signer }, body, answer, prefix) {
  const { checkpoint } = parseAddCheckpoint(utf8(body));
  const note = parseNote(checkpoint + answer.body);
  return answer.body.startsWith(prefix) && openNote(crypto, note, [signer.key]).ok;
}

async function* race(vectors, crypto) {
  const { requestA, requestB } = vectors.race;
  let letGo;
  const store = memoryStore();
  await addCheckpoint(aWitness(vectors, crypto, store), utf8(vectors.steps[0].body));
  const slow = memoryStore(() => new Promise((resolve) => (letGo = resolve)));
  slow.heads.set(vectors.log.origin, store.heads.get(vectors.log.origin));
  const one = aWitness(vectors, crypto, slow);
  const first = addCheckpoint(one, utf8(requestA));
  while (!letGo) await Promise.resolve();
  const second = await addCheckpoint(one, utf8(requestB));
  letGo();
  const loser = await first;
  yield ['in the race the later and greater one wins', second.status === 200];
  yield ['in the race the other is told so', loser.status === 409 && isConflict(loser, '5\n')];
  const kept = slow.heads.get(vectors.log.origin);
  yield [
    'after the race the greater head is kept',
    kept.size === 5n && vectors.race.desc.includes(hex(kept.root)),
  ];
}

function* secondLog(
  { vkey, checkpointSize5, checkpointSize8, consistencyProof5to8, want, mustFail },
  crypto,
) {
  const key = parseVerifierKey(crypto.sha256, vkey).value;
  const [five, eight] = [checkpointSize5, checkpointSize8].map(parseNote);
  for (const note of [five, eight]) yield ['second log signed', openNote(crypto, note, [key]).ok];
  const [one, two] = [five, eight].map((note) => parseCheckpoint(note.text));
  const isProved = (proof) =>
    verifyConsistency(crypto.sha256, {
      size1: one.size,
      size2: two.size,
      root1: one.root,
      root2: two.root,
      proof: proof.map(bytes),
    });
  yield ['second log from 5 to 8', isProved(consistencyProof5to8) === (want === 'ok')];
  for (const { name, proof } of mustFail) yield [`second log with ${name}`, !isProved(proof)];
}

/** Not in the published file: requests that are written as none may be. */
async function* malformedRequests({ steps }, one) {
  const good = steps.at(-2).body;
  const request = parseAddCheckpoint(utf8(good));
  yield ['a request is written as it was read', formatAddCheckpoint(request) === good];
  const bad = {
    'no old size': good.replace('old ', 'new '),
    'a leading zero': good.replace('old 3', 'old 03'),
    'a negative size': good.replace('old 3', 'old -3'),
    'a size beyond 64 bits': good.replace('old 3', 'old 18446744073709551616'),
    'a short hash': good.replace(/\n[A-Za-z0-9+/]{43}=/, '\nAAAA'),
    'a hash with a space': good.replace('=\n', '= \n'),
    'too many hashes': good.replace('\n', `\n${'A'.repeat(43)}=\n`.repeat(64)),
    'an old size above the new': good.replace('old 3', 'old 6'),
    'no checkpoint': good.slice(0, good.indexOf('\n\n') + 2),
    'no signature': good.slice(0, good.lastIndexOf('\n\n') + 2),
    'a carriage return': good.replace('\n', '\r\n'),
  };
  for (const [name, body] of Object.entries(bad))
    yield [`400 for ${name}`, (await addCheckpoint(one, utf8(body))).status === 400];
}
