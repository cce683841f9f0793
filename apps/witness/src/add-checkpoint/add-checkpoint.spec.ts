import { generateKeyPairSync } from 'node:crypto';
import { createLogger } from '@rujukan/observability';
import {
  cosigner,
  nodeCrypto,
  nodeSigningKey,
  parseVerifierKey,
  type WitnessedHead,
  type WitnessStore,
} from '@rujukan/tlog';
import { aLog } from '../fixtures/a-log.js';
import { AddCheckpoint } from './add-checkpoint.js';

const origin = 'rujukan.example/log';
const log = aLog(origin, 20);
const key = parseVerifierKey(nodeCrypto.sha256, log.vkey);

/** A witness of {@link log} and what it writes down; `isFull` makes its disk refuse. */
function aWitness() {
  const lines: { level: string; msg: string }[] = [];
  const heads = new Map<string, WitnessedHead>();
  const disk = { isFull: false };
  const store: WitnessStore = {
    latest: (name) => Promise.resolve(heads.get(name) ?? null),
    advance(name, _, next) {
      if (disk.isFull) return Promise.reject(new Error('no space left'));
      heads.set(name, next);
      return Promise.resolve(true);
    },
  };
  const signer = cosigner(
    nodeCrypto,
    'example.com/witness',
    nodeSigningKey(generateKeyPairSync('ed25519').privateKey),
    () => new Date('2026-03-07T20:00:00Z'),
  );
  const keysOf = () => (key.ok ? [key.value] : []);
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[0]) };
  const addCheckpoint = new AddCheckpoint(
    { crypto: nodeCrypto, signer, store, keysOf },
    createLogger('witness', { destination, fields: ['size'] }),
  );
  const add = async (body: string) => (await addCheckpoint.execute(Buffer.from(body))).status;
  return { addCheckpoint, add, disk, lines, store };
}

describe('what a witness writes down', () => {
  it('says FORK when a log signed two heads of one size, and only then', async () => {
    const { add, lines, store } = aWitness();
    await add(await log.request(0n, 5n));
    expect(await add(await log.request(3n, 5n))).toBe(409);
    expect(lines.map(({ level }) => level)).toEqual(['info']);
    const kept = (await store.latest(origin))!;
    await store.advance(origin, 5n, { ...kept, root: new Uint8Array(32) });
    expect(await add(await log.request(5n, 5n))).toBe(409);
    expect(lines.at(-1)).toMatchObject({ level: 'error', size: '5' });
    expect(lines.at(-1)?.msg).toMatch(/^FORK/);
  });

  it('warns of a checkpoint without its proof, and of what it does not know', async () => {
    const { add, lines } = aWitness();
    await add(await log.request(0n, 5n));
    expect(await add((await log.request(5n, 9n)).replace(/\n[^\n]{44}\n/, '\n'))).toBe(422);
    expect(await add('anything')).toBe(400);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'warn']);
  });
});

describe('a witness that cannot remember', () => {
  it('cosigns nothing, says so, and is well again when it can', async () => {
    const { addCheckpoint, add, disk } = aWitness();
    disk.isFull = true;
    await expect(add(await log.request(0n, 5n))).rejects.toThrow('no space left');
    expect(addCheckpoint.canRemember()).toBe(false);
    disk.isFull = false;
    expect(await add(await log.request(0n, 5n))).toBe(200);
    expect(addCheckpoint.canRemember()).toBe(true);
  });
});
