import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../python/check_vectors.py', import.meta.url));

/** The same vectors through the verifier in Python: what it found in each file. Needs `python3`, 3.9 or later. */
export function checkVectorsInPython(numberLines) {
  const { status, stdout, stderr, error } = spawnSync('python3', ['-B', program, String(numberLines)], {
    encoding: 'utf8',
  });
  if (error) throw new Error('python3 is not installed; the second verifier needs it', { cause: error });
  if (status !== 0) throw new Error(`the second verifier failed: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
