import { existsSync, readFileSync } from 'node:fs';
import { emptyEdge, formatProof, grow, leafHash, nodeCrypto, parseProof, tilePath } from '@rujukan/tlog';
import { parseCommand } from './arguments.js';
import {
  aFolder,
  anEntry,
  aTrust,
  build,
  entriesUpTo,
  headOf,
  proofOf,
  recordedAt,
  wellSigned,
  writeExport,
  type BuiltLog,
} from './fixtures/a-log.js';
import { Progress } from './progress.js';
import { run } from './run.js';

const trust = aTrust();
const folder = aFolder();
afterAll(() => folder.remove());
const policy = folder.write('policy', trust.text);
const log = build(entriesUpTo(600));

/** Runs the program as somebody types it, at an hour of the test's choosing. */
async function audit(words: readonly string[], { now = recordedAt(600), looks = 1 } = {}) {
  const said: string[] = [];
  const command = parseCommand(words);
  if (!command) return { code: 'usage', said };
  const clock = { now: () => new Date(now), wall: () => new Date(now) };
  let left = looks;
  const code = await run(command, {
    clock,
    say: (line) => said.push(line),
    progress: new Progress(clock, { write: () => undefined }),
    pause: async () => --left > 0,
  });
  return { code, said };
}

const signed = (part: BuiltLog, at = part.entries.length) => {
  trust.setTime(Date.parse(recordedAt(at)));
  return wellSigned(part, trust);
};

describe('audit-verify proof', () => {
  const entry = folder.write('entry.json', log.entries[257]!);
  let proof = '';
  beforeAll(async () => {
    proof = folder.write('entry.tlog-proof', await proofOf(log, 257, signed(log)));
  });

  it('says of an entry where it stands, in which log, and who saw it', async () => {
    const { code, said } = await audit([
      'proof',
      '--policy',
      policy,
      '--proof',
      proof,
      '--lang',
      'en',
      entry,
    ]);
    expect(code).toBe(0);
    expect(said).toContain('index: 257');
    expect(said.join('\n')).toMatch(/witnesses: w1 2026-\S+; w2 2026-/);
    expect(said.at(-1)).toBe('OK');
  });

  it('says so in Indonesian, and to machines in JSON', async () => {
    expect((await audit(['proof', '--policy', policy, '--proof', proof, entry])).said.at(-1)).toBe('UTUH');
    const { said } = await audit(['proof', '--policy', policy, '--proof', proof, '--json', entry]);
    expect(JSON.parse(said[0]!)).toMatchObject({ verdict: 'ok', findings: [], facts: { index: '257' } });
  });

  it('refuses an entry that was changed, and one of another place', async () => {
    const changed = folder.write('changed.json', anEntry(257, { outcome: 'denied' }));
    const { code, said } = await audit([
      'proof',
      '--policy',
      policy,
      '--proof',
      proof,
      '--lang',
      'en',
      changed,
    ]);
    expect(code).toBe(1);
    expect(said[0]).toContain('changed.json: the proof does not cover this entry');
    expect(said.at(-1)).toBe('TAMPERED');
  });

  it('takes the entry out of a receipt, and misses one that is nowhere', async () => {
    const receipt = folder.write(
      'receipt.tlog-proof',
      formatProof({ ...parseProof(readFileSync(proof, 'utf8'))!, extra: readFileSync(entry) }),
    );
    expect((await audit(['proof', '--policy', policy, '--proof', receipt])).said.at(-1)).toBe('UTUH');
    const changed = folder.write(
      'changed.tlog-proof',
      formatProof({ ...parseProof(readFileSync(proof, 'utf8'))!, extra: Buffer.from('{}') }),
    );
    expect((await audit(['proof', '--policy', policy, '--proof', changed])).code).toBe(1);
    expect((await audit(['proof', '--policy', policy, '--proof', proof])).code).toBe(2);
  });

  it('cannot tell with a proof that is none, without the file, or with too few witnesses', async () => {
    const none = folder.write('none.tlog-proof', 'c2sp.org/tlog-proof@v1\n');
    expect((await audit(['proof', '--policy', policy, '--proof', none, entry])).code).toBe(2);
    expect((await audit(['proof', '--policy', policy, '--proof', '/nowhere', entry])).code).toBe(2);
    const alone = await proofOf(log, 257, headOf(log, trust.log));
    const { code, said } = await audit([
      'proof',
      '--policy',
      policy,
      '--proof',
      folder.write('alone.tlog-proof', alone),
      '--lang',
      'en',
      entry,
    ]);
    expect(code).toBe(2);
    expect(said[0]).toContain('too few witnesses');
  });

  it('cannot tell with a policy that is none', async () => {
    const bad = folder.write('bad-policy', 'quorum\n');
    const { code, said } = await audit(['proof', '--policy', bad, '--proof', proof, '--lang', 'en', entry]);
    expect([code, said[0]]).toEqual([2, expect.stringContaining('line: 1, fault: wrong-number-of-words')]);
  });
});

describe('audit-verify consistency', () => {
  const older = build(entriesUpTo(300));
  const forked = build([...entriesUpTo(299), anEntry(299, { outcome: 'denied' })]);
  const exported = aFolder();
  afterAll(() => exported.remove());
  const consistency = (one: string, other: string) =>
    audit(['consistency', '--policy', policy, '--tiles', exported.path, '--lang', 'en', one, other]);

  it('finds that the later head continues the earlier, whichever is named first', async () => {
    writeExport(exported, log, signed(log));
    const [one, other] = [folder.write('300', signed(older)), folder.write('600', signed(log))];
    expect((await consistency(one, other)).code).toBe(0);
    expect((await consistency(other, one)).code).toBe(0);
    expect((await consistency(one, one)).code).toBe(0);
  });

  it('finds a fork, also of heads of one size', async () => {
    const [fork, one, other] = [
      folder.write('fork', signed(forked)),
      folder.write('300', signed(older)),
      folder.write('600', signed(log)),
    ];
    const found = await consistency(fork, other);
    expect([found.code, found.said[0]]).toEqual([1, expect.stringContaining('fork: the log forked')]);
    expect((await consistency(fork, one)).code).toBe(1);
  });

  it('names a tile that was changed, and cannot tell with tiles of another log or without them', async () => {
    const [one, other] = [folder.write('300', signed(older)), folder.write('600', signed(log))];
    const tile = grow(
      nodeCrypto.sha256,
      emptyEdge,
      entriesUpTo(256).map(() => leafHash(nodeCrypto.sha256, Buffer.alloc(1))),
    ).tiles[0]!;
    exported.write('tile/0/001', tile.hashes);
    const changed = await consistency(one, other);
    expect([changed.code, changed.said[0]]).toEqual([
      1,
      expect.stringContaining('tile/0/001: the tile was changed'),
    ]);
    exported.write('tile/1/000.p/2', tile.hashes.subarray(0, 64));
    expect((await consistency(one, other)).said[0]).toContain('[tiles-of-another-log]');
    exported.remove('tile/0/001');
    const { code, said } = await consistency(one, other);
    expect([code, said[0]]).toEqual([2, expect.stringContaining('tile/0/001: the file is missing')]);
  });
});

describe('audit-verify fsck', () => {
  const exported = aFolder();
  afterAll(() => exported.remove());

  it('finds an export whole, and names what was changed in another', async () => {
    writeExport(exported, log, signed(log));
    const fsck = () => audit(['fsck', '--policy', policy, '--lang', 'en', exported.path]);
    expect(await fsck()).toMatchObject({ code: 0 });
    exported.write(
      'tile/0/001',
      Uint8Array.from(log.tiles.find((tile) => tilePath(tile) === 'tile/0/001')!.hashes).fill(0, 0, 32),
    );
    expect((await fsck()).said[0]).toBe('tile/0/001: the tile was changed [tile-changed] (hash: 0)');
  });
});

describe('audit-verify monitor', () => {
  const watched = aFolder();
  afterAll(() => watched.remove());
  const state = () => `${watched.path}/state.json`;
  const look = (more: { now?: string; looks?: number } = {}) =>
    audit(
      [
        'monitor',
        '--policy',
        policy,
        '--state',
        state(),
        '--lang',
        'en',
        ...(more.looks === undefined ? ['--once'] : []),
        watched.path,
      ],
      more,
    );
  const grown = (size: number, ...entries: readonly Buffer[]) => {
    const next = build([...entriesUpTo(size), ...entries]);
    writeExport(watched, next, signed(next));
    return next;
  };

  it('follows a log that grows', async () => {
    for (const size of [1, 200, 256, 300, 600]) {
      grown(size);
      expect(await look({ now: recordedAt(size) })).toMatchObject({ code: 0 });
    }
    expect(JSON.parse(readFileSync(state(), 'utf8'))).toMatchObject({ size: '600' });
  });

  it('raises the alarm when the log goes back, and remembers where it was', async () => {
    grown(500);
    const { code, said } = await look();
    expect([code, said[0]]).toEqual([1, expect.stringContaining('[rolled-back] (known: 600, size: 500)')]);
    grown(600);
    expect((await look()).code).toBe(0);
  });

  it('raises the alarm when the log forks, by a head of the same size or a greater one', async () => {
    grown(599, anEntry(599, { outcome: 'denied' }));
    expect((await look()).said[0]).toContain('[fork]');
    grown(599, anEntry(599, { outcome: 'denied' }), anEntry(600));
    const { code, said } = await look();
    expect([code, said[0]]).toEqual([
      1,
      expect.stringContaining('the last known checkpoint: the log forked'),
    ]);
  });

  it('raises the alarm when the log did not pass a head that was signed meanwhile', async () => {
    grown(640);
    watched.write(
      'checkpoints/620',
      signed(build([...entriesUpTo(619), anEntry(619, { outcome: 'denied' })])),
    );
    watched.write('checkpoints/630', signed(build(entriesUpTo(630))));
    const { code, said } = await look();
    expect([code, said[0]]).toEqual([1, expect.stringContaining('checkpoints/620: the log forked')]);
    watched.remove('checkpoints');
  });

  it('raises the alarm when the entries are not those that were signed', async () => {
    const next = grown(700);
    const first = watched.write('tile/entries/002.p/188', encodedTail(next, 650));
    expect((await look({ now: recordedAt(700) })).said[0]).toContain('[root-differs]');
    expect(existsSync(first)).toBe(true);
  });

  it('raises the alarm when nobody cosigns any more', async () => {
    grown(700);
    expect((await look({ now: recordedAt(700 + 1_100) })).code).toBe(0);
    const { code, said } = await look({ now: recordedAt(700 + 1_300) });
    expect([code, said[0]]).toEqual([2, expect.stringContaining('[stalled]')]);
  });

  it('raises the alarm when a number of a source stays away, and says when it has come', async () => {
    grown(700, anEntry(700, { srcSeq: 352 }));
    expect((await look({ now: recordedAt(701) })).code).toBe(0);
    const { code, said } = await look({ now: recordedAt(701 + 650) });
    expect([code, said[0]]).toEqual([
      1,
      expect.stringContaining('source intake: numbers of this source are missing'),
    ]);
    grown(700, anEntry(700, { srcSeq: 352 }), anEntry(702, { srcSeq: 351 }));
    expect((await look({ now: recordedAt(702) })).code).toBe(0);
  });

  it('goes on looking, and says each thing once', async () => {
    watched.remove('checkpoint');
    const { code, said } = await look({ looks: 3 });
    expect(code).toBe(2);
    expect(said).toEqual([expect.stringContaining('checkpoint: the file is missing')]);
  });
});

describe('the command line', () => {
  it.each([
    [[]],
    [['prove']],
    [['fsck', 'folder']],
    [['fsck', '--policy', 'p']],
    [['fsck', '--policy', 'p', 'one', 'two']],
    [['fsck', '--policy', 'p', '--lang', 'fr', 'folder']],
    [['fsck', '--policy', 'p', '--grace', 'soon', 'folder']],
    [['fsck', '--policy', 'p', '--unknown', 'folder']],
    [['monitor', '--policy', 'p', 'folder']],
    [['fsck', '--policy', 'p', '--help', 'folder']],
  ])('is answered with how to use it: %j', async (words) => {
    expect((await audit(words)).code).toBe('usage');
  });
});

describe('progress', () => {
  it('is a line every ten seconds, and on a terminal one line that changes each second', () => {
    const shown = (isTTY: boolean) => {
      let time = 0;
      const out: string[] = [];
      const clock = { now: () => new Date(time), wall: () => new Date(time) };
      const progress = new Progress(clock, { isTTY, write: (text: string) => out.push(text) });
      for (; time <= 21_000; time += 500) progress.at(time, 42_000);
      progress.end();
      return out;
    };
    expect(shown(false)).toEqual([
      '1000 / 42000 (2 %)\n',
      '11000 / 42000 (26 %)\n',
      '21000 / 42000 (50 %)\n',
    ]);
    expect(shown(true)).toHaveLength(22);
    expect(shown(true).at(-1)).toBe('\n');
  });
});

/** The last, partial bundle of a log, with one entry changed. */
function encodedTail(log: BuiltLog, changed: number): Uint8Array {
  const entries = log.entries
    .map((entry, at) => (at === changed ? anEntry(at, { outcome: 'denied' }) : entry))
    .slice(512);
  return Buffer.concat(
    entries.flatMap((entry) => [Buffer.from([entry.length >> 8, entry.length & 0xff]), entry]),
  );
}
