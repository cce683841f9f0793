import { readdirSync } from 'node:fs';
import { nobleCrypto, nodeCrypto } from '@rujukan/tlog';
import { checkVectors, vectorCounts, vectorFiles, vectorFolder } from './vector-checks/all.mjs';
import { checkVectorsInPython } from './vector-checks/second-verifier.mjs';

/** A check that runs over nothing proves nothing. */
const counts: Record<string, number> = vectorCounts;

describe.each([
  ['Node', nodeCrypto],
  ['plain JavaScript', nobleCrypto],
])('the published vectors, with the cryptography of %s', (_, crypto) => {
  it.each(vectorFiles)('%s all agree', async (file) => {
    const { checks, failed } = await checkVectors(file, crypto, 100_000);
    expect(failed).toEqual([]);
    expect(checks).toBeGreaterThanOrEqual(counts[file]!);
  });

  it('leave no file out', () => {
    const files = readdirSync(vectorFolder).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(vectorFiles);
  });
});

describe('the published vectors, by the second verifier', () => {
  const found = checkVectorsInPython(10_000) as { file: string; checks: number; failed: string[] }[];

  it.each(vectorFiles)('%s all agree', (file) => {
    const { checks, failed } = found.find((each) => each.file === file)!;
    expect(failed).toEqual([]);
    expect(checks).toBeGreaterThanOrEqual(counts[file]!);
  });
});
