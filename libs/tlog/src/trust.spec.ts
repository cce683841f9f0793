import { generateKeyPairSync } from 'node:crypto';
import { utf8 } from './bytes.js';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.js';
import { cosigner } from './cosignature.js';
import { emptyEdge, grow } from './growth.js';
import { formatVerifierKey, noteSigner, parseVerifierKey, type NoteSigner } from './keys.js';
import { leafHash } from './merkle.js';
import { nobleCrypto } from './noble-crypto.js';
import { nodeCrypto, nodeSigningKey } from './node-crypto.js';
import { addSignatures, formatNote, parseNote, signNote } from './note.js';
import { parsePolicy, type Policy } from './policy.js';
import { formatProof } from './proof-file.js';
import { trustCheckpoint, verifyProof } from './trust.js';

const { sha256 } = nodeCrypto;
const now = () => new Date('2026-03-02T03:00:00Z');
const aKey = () => nodeSigningKey(generateKeyPairSync('ed25519').privateKey);
const log = noteSigner(nodeCrypto, 'example.org/log', aKey());
const [w1, w2, w3] = ['w1', 'w2', 'w3'].map((name) =>
  cosigner(nodeCrypto, `example.org/${name}`, aKey(), now),
);
const keyOf = (signer: NoteSigner) => formatVerifierKey(signer.key);

const lines = [
  '# who is believed',
  `log ${keyOf(log)} https://example.org/log`,
  `witness one ${keyOf(w1!)}`,
  `witness two ${keyOf(w2!)}`,
  `witness three\t${keyOf(w3!)} https://example.org/w3`,
  'group agencies 2 one two three',
  'quorum agencies',
];
const policyOf = (text: readonly string[]) => parsePolicy(sha256, utf8([...text, ''].join('\n')));
const read = policyOf(lines);
const policy = (read as { value: Policy }).value;

const entries = ['one', 'two', 'three'].map(utf8);
const leaves = entries.map((entry) => leafHash(sha256, entry));
const { root } = grow(sha256, emptyEdge, leaves);
const text = formatCheckpoint({ origin: 'example.org/log', size: 3n, root });
const signed = (...signers: readonly (NoteSigner | undefined)[]) =>
  signNote(text, ...(signers as NoteSigner[]));

describe('a checkpoint', () => {
  it('is believed when its log and two of three witnesses signed it', () => {
    const trusted = trustCheckpoint(nodeCrypto, policy, signed(log, w1, w3));
    expect(trusted).toMatchObject({ ok: true, value: { size: 3n, root, origin: 'example.org/log' } });
    const witnesses = trusted.ok ? trusted.value.witnesses : [];
    const time = BigInt(now().getTime() / 1_000);
    expect(witnesses.map((each) => [each.name, each.time])).toEqual([
      ['one', time],
      ['three', time],
    ]);
  });

  it('is not believed with one witness, nor with one who signed twice', () => {
    expect(trustCheckpoint(nodeCrypto, policy, signed(log, w1))).toMatchObject({ reason: 'quorum-missing' });
    expect(trustCheckpoint(nodeCrypto, policy, signed(log, w1, w1))).toMatchObject({
      reason: 'quorum-missing',
      details: { witnesses: ['one'] },
    });
  });

  it('is not believed without its log, however many witnesses signed', () => {
    expect(trustCheckpoint(nodeCrypto, policy, signed(w1, w2, w3))).toMatchObject({ reason: 'unsigned' });
  });

  it('is not believed when somebody used the name of a witness', () => {
    const impostor = { key: w2!.key, sign: w3!.sign };
    expect(trustCheckpoint(nodeCrypto, policy, signed(log, w1, w3, impostor))).toMatchObject({
      reason: 'signature-false',
      details: { key: `example.org/w2+${w2!.key.id}` },
    });
  });

  it('is not believed of a log that the policy does not name', () => {
    const other = noteSigner(nodeCrypto, 'example.org/other', aKey());
    const note = signNote(formatCheckpoint({ origin: 'example.org/other', size: 3n, root }), other);
    expect(trustCheckpoint(nodeCrypto, policy, note)).toMatchObject({ reason: 'origin-unknown' });
  });

  it('is passed on with more signatures, one for each key', () => {
    const note = parseNote(signed(log, w1))!;
    const more = addSignatures(note, parseNote(signed(w1, w2))!.signatures);
    expect(more.signatures.map(({ name }) => name)).toEqual([
      'example.org/log',
      'example.org/w1',
      'example.org/w2',
    ]);
    expect(trustCheckpoint(nodeCrypto, policy, formatNote(more)).ok).toBe(true);
  });

  it.each([
    ['no newline at the end', text.slice(0, -1)],
    ['a leading zero', text.replace('\n3\n', '\n03\n')],
    ['a sign', text.replace('\n3\n', '\n+3\n')],
    ['a size beyond 64 bits', text.replace('\n3\n', `\n${2n ** 64n}\n`)],
    ['a short root', text.replace(/\n[^\n]{44}\n$/, '\nAAAA\n')],
    ['an empty line', `${text}\n`],
    ['no origin', text.slice(text.indexOf('\n'))],
    ['a root with stray bits', text.replace(/.=\n$/, (end) => `${end.startsWith('B') ? 'C' : 'B'}=\n`)],
  ])('is none with %s', (_, bad) => {
    expect(parseCheckpoint(bad)).toBeNull();
  });
});

describe('a signed note', () => {
  const note = signed(log);
  it.each([
    ['a carriage return', note.replace('\n', '\r\n')],
    ['a tab', note.replace('3', '3\t')],
    ['half a character', `\ud800${note}`],
    ['no newline at the end', note.slice(0, -1)],
    ['no blank line', note.replace('\n\n', '\n')],
    ['a hyphen for the dash', note.replace('— ', '- ')],
    ['two spaces', note.replace('— ', '—  ')],
    ['no signature', note.slice(0, note.indexOf('\n\n') + 2)],
    ['a signature without padding', note.replace(/=*\n$/, '\n').replace(/.\n$/, '\n')],
    [
      '101 signatures',
      signNote(text, ...Array.from({ length: 1 }, () => log)) + note.slice(note.indexOf('— ')).repeat(100),
    ],
    ['a million letters', `${'x'.repeat(1_000_000)}\n${note}`],
  ])('is none with %s', (_, bad) => {
    expect(parseNote(bad)).toBeNull();
  });

  it('is not made of a text that none can have', () => {
    expect(() => signNote('no newline', log)).toThrow();
    expect(() => signNote('bell \u0007\n', log)).toThrow();
  });

  it('is signed by a key whose name has no space and no plus', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\u3000b', 'a\nb', 'x'.repeat(256)])
      expect(() => noteSigner(nodeCrypto, name, aKey())).toThrow();
  });

  it('has a key that is read back, and refused with another id or kind', () => {
    const vkey = keyOf(log);
    expect(parseVerifierKey(sha256, vkey)).toEqual({ ok: true, value: log.key });
    const [name, id, key] = vkey.split(/\+(.{8})\+/) as [string, string, string];
    expect(parseVerifierKey(sha256, `${name}+${id.toUpperCase()}+${key}`).ok).toBe(/^\d+$/.test(id));
    expect(parseVerifierKey(sha256, `${name}x+${id}+${key}`).ok).toBe(false);
    expect(parseVerifierKey(sha256, `${vkey}\n`).ok).toBe(false);
  });
});

describe('a policy', () => {
  it('may ask for no witness, for one, and for groups of groups', () => {
    expect(policyOf(['quorum none'])).toMatchObject({ ok: true, value: { quorum: null } });
    expect(policyOf([lines[2]!, 'quorum one'])).toMatchObject({
      ok: true,
      value: { quorum: { name: 'one' } },
    });
    const nested = policyOf([...lines.slice(1, 5), 'group a any one two', 'group b all a three', 'quorum b']);
    const both = (nested as { value: Policy }).value;
    expect(trustCheckpoint(nodeCrypto, both, signed(log, w2, w3)).ok).toBe(true);
    expect(trustCheckpoint(nodeCrypto, both, signed(log, w1, w2)).ok).toBe(false);
  });

  const one = lines[2]!;
  it.each([
    ['quorum-missing', []],
    ['quorum-missing', [one]],
    ['quorum-twice', ['quorum none', 'quorum none']],
    ['name-unknown', ['quorum one', one]],
    ['name-unknown', [one, 'group g any one two', 'quorum g']],
    ['member-twice', [one, 'group g any one one', 'quorum g']],
    ['member-twice', [one, 'group g any one', 'group h any one', 'quorum g']],
    ['name-taken', [one, 'group one any one', 'quorum one']],
    ['name-taken', [one.replace(' one ', ' none '), 'quorum none']],
    ['key-twice', [one, one.replace(' one ', ' two '), 'quorum one']],
    ['key-twice', [lines[1]!, lines[1]!, 'quorum none']],
    ['threshold', [one, 'group g 2 one', 'quorum g']],
    ['threshold', [one, 'group g 0 one', 'quorum g']],
    ['threshold', [one, 'group g 01 one', 'quorum g']],
    ['wrong-number-of-words', [one, 'group g any', 'quorum g']],
    ['wrong-number-of-words', ['quorum none none']],
    ['no-verifier-key', [`witness one ${keyOf(log)}`, 'quorum none']],
    ['no-verifier-key', [`log ${keyOf(w1!)}`, 'quorum none']],
    ['unknown-line', ['Quorum none']],
    ['character', ['quorum none\r']],
  ])('is refused for %s: %j', (fault, text) => {
    expect(policyOf(text)).toMatchObject({ reason: 'policy-malformed', details: { fault } });
  });

  it('tells the line, and keeps names apart byte by byte', () => {
    expect(policyOf(['', 'wat', ''])).toMatchObject({ details: { line: 2 } });
    expect(policyOf([one.replace(' one ', ' K '), 'quorum \u212a'])).toMatchObject({
      details: { fault: 'name-unknown' },
    });
    expect(parsePolicy(sha256, utf8('quorum none'))).toMatchObject({ details: { line: 1 } });
  });
});

describe.each([
  ['Node', nodeCrypto],
  ['plain JavaScript', nobleCrypto],
])('a proof file, by the cryptography of %s', (_, crypto) => {
  const hashes = [leaves[0]!, leaves[2]!];
  const proof = formatProof({ index: 1n, hashes, checkpoint: signed(log, w1, w2), extra: utf8('hello') });

  it('shows that the entry is in the log', () => {
    const proved = verifyProof(crypto, policy, { entry: entries[1]!, proof });
    expect(proved).toMatchObject({ ok: true, value: { index: 1n, checkpoint: { size: 3n } } });
    expect(proof.length).toBeLessThan(2_000);
  });

  it.each([
    ['not-included', entries[0]!, proof],
    ['not-included', entries[1]!, proof.replace('index 1', 'index 0')],
    ['signature-false', entries[1]!, proof.replace('\n3\n', '\n4\n')],
    ['proof-malformed', entries[1]!, proof.replace('index 1', 'index 01')],
    ['proof-malformed', entries[1]!, proof.replace('@v1', '@v2')],
    ['proof-malformed', entries[1]!, proof.replace('extra ', 'extra\t')],
    ['proof-malformed', entries[1]!, proof.replace('\nindex', '\n\nindex')],
    ['checkpoint-malformed', entries[1]!, proof.replace('\nexample', '\n\nexample')],
  ])('is refused as %s', (reason, entry, bad) => {
    expect(verifyProof(crypto, policy, { entry, proof: bad })).toMatchObject({ ok: false, reason });
  });
});
