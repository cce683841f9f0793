import { rmSync } from 'node:fs';
import { encodeBundle, hashBytes, nodeSigningKey, noteSigner, nodeCrypto, tilePath } from '@rujukan/tlog';
import { generateKeyPairSync } from 'node:crypto';
import { ExportFolder } from './export-folder.js';
import { verdictOf, type Finding } from './findings.js';
import {
  aFolder,
  anEntry,
  aTrust,
  build,
  entriesUpTo,
  headOf,
  origin,
  wellSigned,
  writeExport,
} from './fixtures/a-log.js';
import { fsck } from './fsck.js';

const trust = aTrust();
const size = 700;
const clean = build(entriesUpTo(size));
const folder = aFolder();
afterAll(() => folder.remove());

const check = (more: { known?: string; grace?: number } = {}) =>
  fsck({
    ...trust,
    folder: new ExportFolder(folder.path),
    grace: more.grace ?? 0,
    progress: () => undefined,
    ...(more.known === undefined ? {} : { known: { where: 'kept', note: more.known } }),
  });

const forger = noteSigner(nodeCrypto, origin, nodeSigningKey(generateKeyPairSync('ed25519').privateKey));

const places = (findings: readonly Finding[]) => findings.map(({ kind, where }) => `${kind} ${where}`);

/** Writes an export whose head was signed over `log`, after somebody put other entries in. */
function withEntries(entries: readonly Buffer[], checkpoint = wellSigned(clean, trust)) {
  rmSync(folder.path, { recursive: true, force: true });
  const changed = build(entries);
  writeExport(folder, changed, checkpoint);
  return changed;
}

/** The clean tiles over changed entries: whoever changed them could not write the tiles. */
const withCleanTiles = (entries: readonly Buffer[]) => {
  withEntries(entries);
  for (const tile of clean.tiles) folder.write(tilePath(tile), tile.hashes);
};

const swapped = <T>(list: readonly T[], one: number, other: number): T[] =>
  list.map((item, at) => (at === one ? list[other]! : at === other ? list[one]! : item));

describe('a clean export', () => {
  it.each([0, 1, 255, 256, 257, 511, 512, 700])('of %d entries is found whole', (entries) => {
    const log = build(entriesUpTo(entries));
    withEntries(log.entries, wellSigned(log, trust));
    const report = check();
    expect(report.findings).toEqual([]);
    expect(report.facts['size']).toBe(String(entries));
  });

  it('of 66,000 entries with three levels of tiles is found whole, with all its earlier heads', () => {
    const all = entriesUpTo(66_000);
    const log = build(all);
    withEntries(all, wellSigned(log, trust));
    for (const earlier of [1, 4_097, 65_536])
      folder.write(`checkpoints/${earlier}`, wellSigned(build(all.slice(0, earlier)), trust));
    const report = check();
    expect(report.findings).toEqual([]);
    expect(report.facts['sources']).toEqual(['intake 33000', 'referral 33000']);
    expect(report.facts['aggregates']).toBe(100);
  });

  it('may have wider files than its head needs, as a mirror has', () => {
    const wider = build(entriesUpTo(900));
    withEntries(wider.entries, wellSigned(clean, trust));
    expect(check().findings).toEqual([]);
  });
});

describe('disclosures', () => {
  const unpairedIn = (halves: readonly Buffer[], grace = 0) => {
    const log = build(halves);
    withEntries(log.entries, wellSigned(log, trust));
    const { findings, facts } = check({ grace });
    return { verdict: verdictOf(findings), unpaired: facts['unpaired'] };
  };
  const [given, received] = [
    { src: 'referral', type: 'handoff.accept' },
    { src: 'intake', type: 'access.grant' },
  ];
  const log = (...halves: readonly { src: string; type: string; id: string; srcSeq: number }[]) =>
    halves.map(({ src, type, id, srcSeq }, at) =>
      anEntry(at, { src, type, srcSeq, entity: [], disclosure: { fromOrg: 'a', toOrg: 'b', receiptId: id } }),
    );

  it('that both sides recorded, in whatever order and more than once, are not named', () => {
    const entries = log(
      { ...received, id: 'one', srcSeq: 1 },
      { ...given, id: 'one', srcSeq: 1 },
      { ...given, id: 'two', srcSeq: 2 },
      { src: 'victim-services', type: 'custody.move', id: 'two', srcSeq: 1 },
      { ...received, id: 'one', srcSeq: 2 },
    );
    expect(unpairedIn(entries)).toEqual({ verdict: 'ok', unpaired: undefined });
  });

  it('of which one half is there are named with what is missing, and accuse nobody', () => {
    const entries = log({ ...given, id: 'one', srcSeq: 1 }, { ...received, id: 'two', srcSeq: 1 });
    expect(unpairedIn(entries)).toEqual({ verdict: 'ok', unpaired: ['one receipt', 'two decision'] });
    expect(unpairedIn(entries, 60_000).unpaired).toBeUndefined();
  });
});

describe('somebody who can write the database', () => {
  const edited = clean.entries.map((entry, at) => (at === 301 ? anEntry(301, { outcome: 'denied' }) : entry));

  it('cannot change an entry', () => {
    withCleanTiles(edited);
    expect(places(check().findings)).toEqual(['entry-changed entry 301']);
  });

  it('cannot make a head look false that was signed before', () => {
    const head = wellSigned(build(entriesUpTo(400)), trust);
    withCleanTiles(edited);
    folder.write('checkpoints/400', head);
    expect(places(check().findings)).toEqual(['entry-changed entry 301']);
    const tile = build(edited).tiles.find((each) => tilePath(each) === 'tile/0/001')!;
    folder.write('tile/0/001', tile.hashes);
    expect(places(check({ known: wellSigned(clean, trust) }).findings)).toEqual([
      'entry-changed entries 256 to 511',
    ]);
    withEntries(edited, headOf(build(edited), forger));
    folder.write('checkpoints/400', head);
    expect(places(check().findings)).toEqual(['unsigned checkpoint', 'root-differs checkpoints/400']);
  });

  it('cannot change an entry of the last, partial bundle', () => {
    withCleanTiles(
      clean.entries.map((entry, at) => (at === 699 ? anEntry(699, { outcome: 'denied' }) : entry)),
    );
    expect(places(check().findings)).toEqual(['entry-changed entry 699']);
  });

  it('cannot change an entry with all tiles above it', () => {
    withEntries(edited);
    expect(check().findings).toEqual([
      { kind: 'root-differs', where: 'checkpoint', details: { firstEntry: '0', lastEntry: '699' } },
    ]);
    folder.write('checkpoints/256', wellSigned(build(entriesUpTo(256)), trust));
    folder.write('checkpoints/400', wellSigned(build(entriesUpTo(400)), trust));
    expect(check().findings).toEqual([
      { kind: 'root-differs', where: 'checkpoint', details: { firstEntry: '256', lastEntry: '399' } },
    ]);
  });

  it('cannot swap two entries', () => {
    withCleanTiles(swapped(clean.entries, 10, 600));
    expect(places(check().findings)).toEqual(
      expect.arrayContaining(['entry-changed entry 10', 'entry-changed entry 600', 'clock-back entry 11']),
    );
  });

  it('cannot delete an entry, nor put one in', () => {
    withCleanTiles([...clean.entries.slice(0, 400), ...clean.entries.slice(401), anEntry(700)]);
    expect(places(check().findings)).toEqual(
      expect.arrayContaining(['entry-changed entry 400', 'source-missing source intake']),
    );
    withEntries(clean.entries);
    folder.write(
      'tile/entries/001',
      encodeBundle([...clean.entries.slice(256, 400), ...clean.entries.slice(401, 512)]),
    );
    expect(check().findings).toEqual([
      {
        kind: 'bundle-malformed',
        where: 'tile/entries/001',
        details: { entries: 255, firstWrong: 'entry 400' },
      },
    ]);
    withCleanTiles([...clean.entries.slice(0, 400), anEntry(400), ...clean.entries.slice(400, 699)]);
    expect(places(check().findings)).toEqual(
      expect.arrayContaining(['entry-changed entry 401', 'source-reused entry 401']),
    );
  });

  it('cannot cut the tail off, or restore an old backup, under the eyes of one who kept a head', () => {
    const old = build(entriesUpTo(500));
    withEntries(old.entries, wellSigned(old, trust));
    expect(check().findings).toEqual([]);
    expect(places(check({ known: wellSigned(clean, trust) }).findings)).toEqual(['rolled-back kept']);
  });

  it('cannot cut the tail off and keep the head', () => {
    withEntries(clean.entries.slice(0, 512));
    const { findings } = check();
    expect(places(findings)).toEqual(
      expect.arrayContaining(['file-missing tile/entries/002.p/188', 'file-missing tile/0/002.p/188']),
    );
    expect(verdictOf(findings)).toBe('unknown');
  });

  it('cannot drop a partition', () => {
    withEntries(clean.entries);
    folder.write('checkpoints/400', wellSigned(build(entriesUpTo(400)), trust));
    folder.remove('tile/entries/001');
    const { findings, facts } = check();
    expect(places(findings)).toEqual(['file-missing tile/entries/001']);
    expect(facts['unread']).toEqual(['intake 129-256', 'referral 129-256']);
    folder.remove('tile/0/001');
    expect(places(check().findings)).toEqual(['file-missing tile/entries/001', 'file-missing tile/0/001']);
    folder.remove('tile/1');
    expect(verdictOf(check().findings)).toBe('unknown');
  });

  it.each([
    ['tile/0/001', 7],
    ['tile/0/002.p/188', 187],
    ['tile/1/000.p/2', 1],
  ])('cannot replace %s', (path, at) => {
    withEntries(clean.entries);
    const tile = clean.tiles.find((each) => tilePath(each) === path)!;
    const hashes = Uint8Array.from(tile.hashes);
    hashes[at * hashBytes] = hashes[at * hashBytes]! ^ 1;
    folder.write(path, hashes);
    expect(check().findings).toEqual([{ kind: 'tile-changed', where: path, details: { hash: at } }]);
  });

  it('cannot make an entry look changed by replacing its tile with all tiles above it', () => {
    withEntries(clean.entries);
    for (const tile of build(edited).tiles) folder.write(tilePath(tile), tile.hashes);
    expect(places(check().findings)).toEqual(['tile-changed tile/0/001', 'tile-changed tile/1/000.p/2']);
  });

  it('cannot replace the head', () => {
    const other = build(edited);
    const head = wellSigned(clean, trust)
      .split('\n')
      .with(2, headOf(other, trust.log).split('\n')[2]!)
      .join('\n');
    withEntries(edited, head);
    expect(places(check().findings)).toEqual(['signature-false checkpoint']);
    withEntries(clean.entries, head);
    expect(places(check().findings)).toEqual(['signature-false checkpoint']);
  });

  it('cannot sign with another key, nor go without witnesses', () => {
    withEntries(edited, headOf(build(edited), forger));
    expect(places(check().findings)).toEqual(['unsigned checkpoint']);
    withEntries(edited, headOf(build(edited), trust.log));
    expect(places(check().findings)).toEqual(['quorum-missing checkpoint']);
  });

  it('cannot fork the log with stolen keys under the eyes of one who kept a head', () => {
    const fork = build([...edited, anEntry(700)]);
    withEntries(fork.entries, wellSigned(fork, trust));
    expect(check().findings).toEqual([]);
    const kept = check({ known: wellSigned(clean, trust) });
    expect(kept.findings).toEqual([{ kind: 'fork', where: 'kept', details: { size: '700' } }]);
    expect(verdictOf(kept.findings)).toBe('tampered');
  });
});

describe('a log that is whole and says less than it must', () => {
  const signedAs = (entries: readonly Buffer[]) => withEntries(entries, wellSigned(build(entries), trust));

  it('shows numbers that a source never sent, unless they may still come', () => {
    const without = clean.entries.filter((_, at) => at !== 690);
    signedAs(without);
    expect(check().findings).toContainEqual({
      kind: 'source-missing',
      where: 'source intake',
      details: { from: 346, to: 346 },
    });
    const young = check({ grace: 60_000 });
    expect(young.findings).toEqual([]);
    expect(young.facts['pending']).toEqual(['intake 346-346']);
  });

  it('shows numbers that two sequencers gave twice', () => {
    signedAs([...clean.entries, anEntry(700, { srcSeq: 12 })]);
    expect(places(check().findings)).toEqual(['source-reused entry 700']);
  });

  it('shows a version of a record that no entry speaks of', () => {
    signedAs(clean.entries.map((entry, at) => (at === 400 ? anEntry(400, { entity: [] }) : entry)));
    expect(check().findings).toEqual([]);
    const skipped = { entity: [{ type: 'handoff', id: '00000000-0000-7000-8100-000000000000', version: 9 }] };
    signedAs([...clean.entries, anEntry(700, skipped)]);
    expect(check().findings).toEqual([
      {
        kind: 'version-missing',
        where: 'handoff 00000000-0000-7000-8100-000000000000',
        details: { from: 3, to: 8 },
      },
    ]);
    const young = check({ grace: 60_000 });
    expect(young.findings).toEqual([]);
    expect(young.facts['pending']).toEqual(['handoff 00000000-0000-7000-8100-000000000000 3-8']);
  });

  it('shows a clock that was turned back', () => {
    signedAs(
      clean.entries.map((entry, at) =>
        at === 500 ? anEntry(500, { recorded: '2026-03-01T00:00:00.000Z' }) : entry,
      ),
    );
    expect(places(check().findings)).toEqual(['clock-back entry 500']);
  });

  it('shows bytes that are not canonical, and entries that are none', () => {
    const spaced = Buffer.from(anEntry(5).toString('utf8').replace(',', ', '));
    const other = anEntry(6, { v: 2 });
    const late = anEntry(7, { recorded: 'soon' });
    signedAs([...clean.entries.slice(0, 5), spaced, other, late, ...clean.entries.slice(8)]);
    expect(places(check({ grace: 1e9 }).findings)).toEqual([
      'entry-not-canonical entry 5',
      'entry-unknown entry 6',
      'entry-unknown entry 7',
    ]);
  });

  it('names a bundle that is malformed, and goes on by the tile', () => {
    withEntries(clean.entries);
    folder.write('tile/entries/000', Uint8Array.of(0, 9, 1));
    expect(places(check({ grace: 1e9 }).findings)).toEqual(
      expect.arrayContaining(['bundle-malformed tile/entries/000']),
    );
    expect(places(check().findings)).not.toContain('root-differs checkpoint');
  });

  it('cannot be told without a head', () => {
    folder.remove('checkpoint');
    expect(check().findings).toEqual([{ kind: 'file-missing', where: 'checkpoint' }]);
  });
});
