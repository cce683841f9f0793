import { decodeBundle, encodeBundle } from './bundle.js';
import { bundlesOf, parseTilePath, tilePath } from './tiles.js';

describe('the path of a tile', () => {
  it.each([
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067n, width: 256 }],
    ['tile/63/000.p/1', { level: 63, index: 0n, width: 1 }],
    ['tile/entries/x001/000.p/255', { level: 'entries' as const, index: 1_000n, width: 255 }],
  ])('%s is written and read', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    'tile/64/000',
    'tile/00/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/-1/000',
    'tile/entries',
    'tile/0/../../etc/passwd',
    '/tile/0/000',
    'tile/0/000\n',
    `tile/0/${'x999/'.repeat(20)}999`,
    'tile/0/x018/x446/x744/x073/x709/x551/616',
  ])('%j is none', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it('counts the bundles of a log', () => {
    expect([...bundlesOf(513n)].map(tilePath)).toEqual([
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/1',
    ]);
  });
});

describe('a bundle of entries', () => {
  const entry = (length: number) => new Uint8Array(length).fill(7);

  it('is read as it was written, empty entries and the longest ones too', () => {
    const entries = [entry(0), entry(1), entry(65_535)];
    expect(decodeBundle(encodeBundle(entries))).toEqual({ ok: true, value: entries });
    expect(() => encodeBundle([entry(65_536)])).toThrow(RangeError);
  });

  it.each([1, 2, 3])('is refused when %d bytes are missing', (missing) => {
    const bytes = encodeBundle([entry(3), entry(3)]);
    expect(decodeBundle(bytes.subarray(0, -missing))).toMatchObject({ ok: false, reason: 'cut-short' });
  });

  it('is refused beyond 256 entries', () => {
    const bytes = encodeBundle(Array.from({ length: 257 }, () => entry(1)));
    expect(decodeBundle(bytes)).toMatchObject({ reason: 'too-many' });
  });
});
