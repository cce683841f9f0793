import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

describe('docs that are generated', () => {
  it('say what the code says', async () => {
    await expect(
      promisify(execFile)(process.execPath, ['docs/generate.mjs', '--check']),
    ).resolves.toMatchObject({ stderr: '' });
  });
});
