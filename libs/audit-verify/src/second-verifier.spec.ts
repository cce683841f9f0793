import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tilePath } from '@rujukan/tlog';
import {
  aFolder,
  anEntry,
  aTrust,
  build,
  entriesUpTo,
  headOf,
  proofOf,
  wellSigned,
  writeExport,
} from './fixtures/a-log.js';

const program = fileURLToPath(new URL('../../../test/python/audit_verify.py', import.meta.url));
const trust = aTrust();
const folder = aFolder();
afterAll(() => folder.remove());
const policy = folder.write('policy', trust.text);
const log = build(entriesUpTo(600));

/** The verifier in Python, which shares no line with this one. Needs `python3`. */
function second(...words: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-B', program, ...words], {
    encoding: 'utf8',
  });
  if (error) throw new Error('python3 is not installed; the second verifier needs it', { cause: error });
  expect(stderr).toBe('');
  return { status, said: stdout.trim() };
}

describe('the second verifier', () => {
  it('finds an export whole that this one writes, and one with wider files than its head needs', () => {
    const clean = aFolder();
    writeExport(clean, log, wellSigned(log, trust));
    expect(second('fsck', policy, clean.path)).toEqual({ status: 0, said: '' });
    const older = build(entriesUpTo(300));
    clean.write('checkpoint', wellSigned(older, trust));
    expect(second('fsck', policy, clean.path)).toEqual({ status: 0, said: '' });
    clean.remove();
  });

  it('names a changed tile, a changed entry and a missing file, and does not believe too few witnesses', () => {
    const changed = aFolder();
    const fsck = () => second('fsck', policy, changed.path);
    writeExport(changed, log, wellSigned(log, trust));
    const tile = log.tiles.find((each) => tilePath(each) === 'tile/0/001')!;
    changed.write('tile/0/001', Uint8Array.from(tile.hashes).fill(0, 0, 32));
    expect(fsck()).toEqual({ status: 1, said: 'tile-changed tile/0/001' });
    const edited = build(
      log.entries.map((entry, at) => (at === 301 ? anEntry(at, { outcome: 'denied' }) : entry)),
    );
    writeExport(changed, edited, wellSigned(log, trust));
    expect(fsck()).toEqual({ status: 1, said: 'root-differs checkpoint' });
    writeExport(changed, log, headOf(log, trust.log, trust.witnesses[0]!));
    expect(fsck()).toEqual({ status: 2, said: 'quorum-missing' });
    writeExport(changed, log, wellSigned(log, trust));
    changed.remove('tile/entries/001');
    expect(fsck()).toEqual({ status: 2, said: 'file-missing tile/entries/001' });
    changed.remove();
  });

  it('accepts a proof file, and refuses it for another entry', async () => {
    const proof = folder.write('257.tlog-proof', await proofOf(log, 257, wellSigned(log, trust)));
    const entry = folder.write('257.json', log.entries[257]!);
    const other = folder.write('258.json', log.entries[258]!);
    expect(second('proof', policy, proof, entry)).toEqual({ status: 0, said: '' });
    expect(second('proof', policy, proof, other)).toEqual({ status: 1, said: 'not-included' });
  });
});
