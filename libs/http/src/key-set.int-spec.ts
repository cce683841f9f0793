import { eventually, testClock } from '@rujukan/testing';
import { createLogger } from '@rujukan/observability';
import { answers, jwkOf, localIssuer, rsaKey, type LocalIssuer } from '../test/local-issuer.js';
import { KeySet, KeysUnavailable, type KeySetOptions } from './key-set.js';

const first = rsaKey('first');
const second = rsaKey('second');
const quiet = createLogger('test', { level: 'silent' });

describe('the issuer’s keys', () => {
  let issuer: LocalIssuer;
  const clock = testClock();
  const keySet = (more: Partial<KeySetOptions> = {}) =>
    new KeySet({ uri: issuer.jwksUri, clock, logger: quiet, fetchTimeoutMs: 2_000, waitMs: 3_000, ...more });

  beforeEach(async () => {
    issuer = await localIssuer(answers.keys(jwkOf(first)));
  });
  afterEach(() => issuer.close());

  it('are fetched once for fifty first requests', async () => {
    const keys = keySet();
    const found = await Promise.all(Array.from({ length: 50 }, () => keys.find('first')));
    expect(found.every((key) => key?.kid === 'first')).toBe(true);
    expect(issuer.fetches()).toBe(1);
  });

  it('are found at once after a rotation, and the old one goes', async () => {
    const keys = keySet();
    await eventually('the first keys', () => keys.find('first'));
    clock.advance(11_000);
    issuer.answer(answers.keys(jwkOf(second)));
    expect((await keys.find('second'))?.kid).toBe('second');
    expect(await keys.find('first')).toBeUndefined();
    expect(issuer.fetches()).toBe(2);
  });

  it('are fetched once per window however many unknown ids come', async () => {
    const keys = keySet();
    await eventually('the first keys', () => keys.find('first'));
    clock.advance(11_000);
    const flood = Array.from({ length: 500 }, (_, index) => keys.find(`unknown-${index}`));
    expect((await Promise.all(flood)).every((key) => key === undefined)).toBe(true);
    await eventually('one fetch for all', () => issuer.fetches() === 2);
    await Promise.all(Array.from({ length: 500 }, (_, index) => keys.find(`more-${index}`)));
    expect(issuer.fetches()).toBe(2);
    clock.advance(10_000);
    await keys.find('unknown');
    await eventually('one more in the next window', () => issuer.fetches() === 3);
  });

  it('tell a change to whoever listens, and only a change', async () => {
    const keys = keySet();
    let changes = 0;
    keys.onChange(() => changes++);
    await eventually('the first keys', () => keys.find('first'));
    clock.advance(11_000);
    await keys.find('unknown');
    expect(changes).toBe(1);
    clock.advance(11_000);
    issuer.answer(answers.keys(jwkOf(first), jwkOf(second)));
    await keys.find('second');
    expect(changes).toBe(2);
  });

  const failures: readonly (readonly [string, () => ReturnType<typeof answers.text>])[] = [
    ['is not JSON', () => answers.text('<html>a proxy says hello</html>')],
    ['is JSON of another shape', () => answers.text('{"keys":{"first":1}}')],
    ['is an empty set', () => answers.keys()],
    ['is an error', () => answers.text('{}', 500)],
    ['leads elsewhere', () => answers.redirect('http://127.0.0.1:1/')],
    ['never comes', () => answers.nothing()],
    ['is endless', () => answers.text('x'.repeat(300_000))],
    [
      'holds keys that are none',
      () => answers.keys({ kty: 'RSA', kid: 'first', use: 'sig', n: 'AQ', e: '!' }),
    ],
  ];

  it.each(failures)('stay as they were when the answer %s', async (_, failure) => {
    const keys = keySet();
    await keys.find('first');
    issuer.answer(failure());
    clock.advance(11_000);
    expect(await keys.find('unknown')).toBeUndefined();
    expect((await keys.find('first'))?.kid).toBe('first');
  });

  it.each(failures)(
    'are unavailable when the first answer %s, and found when the issuer recovers',
    async (_, failure) => {
      issuer.answer(failure());
      const keys = keySet();
      await expect(keys.find('first')).rejects.toThrow(KeysUnavailable);
      issuer.answer(answers.keys(jwkOf(first)));
      clock.advance(1_000);
      expect((await eventually('the key', () => keys.find('first'))).kid).toBe('first');
    },
  );

  it('make no request wait longer than it may for an endpoint that hangs', async () => {
    const keys = keySet({ fetchTimeoutMs: 5_000, waitMs: 100 });
    issuer.answer(answers.nothing());
    const started = performance.now();
    await expect(keys.find('first')).rejects.toThrow(KeysUnavailable);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('leave out what is not an RSA key of 2048 bits for signing', async () => {
    issuer.answer(
      answers.keys(
        jwkOf(first),
        jwkOf(rsaKey('enc'), { use: 'enc', alg: 'RSA-OAEP' }),
        jwkOf(rsaKey('no-use'), { use: undefined }),
        jwkOf(rsaKey('other-alg'), { alg: 'RS512' }),
        jwkOf(rsaKey('short', 1024)),
        { kty: 'EC', kid: 'ec', use: 'sig', crv: 'P-256', x: 'AA', y: 'AA' },
      ),
    );
    const keys = keySet();
    await keys.find('first');
    for (const kid of ['enc', 'no-use', 'other-alg', 'short', 'ec'])
      expect(await keys.find(kid)).toBeUndefined();
  });

  it('are renewed in the background', async () => {
    const keys = keySet({ refreshMs: 20 });
    keys.start();
    await eventually('a third fetch', () => issuer.fetches() >= 3);
    keys.onModuleDestroy();
  });
});
