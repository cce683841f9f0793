import { generateKeyPairSync } from 'node:crypto';
import { cosigner, nodeCrypto, nodeSigningKey } from '@rujukan/tlog';
import { AskedWitness } from './asked-witness.js';

const { key } = cosigner(
  nodeCrypto,
  'plat.example/witness',
  nodeSigningKey(generateKeyPairSync('ed25519').privateKey),
  () => new Date(0),
);
const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

describe('a witness of the policy', () => {
  it('is asked at its address, and not when it has none', () => {
    expect(AskedWitness.of({ key }, silent)).toEqual([]);
    expect(AskedWitness.of({ key, url: 'http://127.0.0.1:1' }, silent)).toHaveLength(1);
  });

  it('rests after it gave no answer', async () => {
    const [witness] = AskedWitness.of({ key, url: 'http://127.0.0.1:1' }, silent);
    expect(witness!.isDue(3n)).toBe(true);
    const head = {
      size: 3n,
      note: 'rujukan.example/log\n3\nAAAA\n\n— rujukan.example/log AAAA\n',
      cosigned: null,
    };
    expect(await witness!.ask(head, () => Promise.resolve([]))).toBeNull();
    expect(witness!.isDue(3n)).toBe(false);
  });
});
