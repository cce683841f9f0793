import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shelteredCase } from './support/path.js';
import { canaries, world } from './support/world.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/audit.md`, 'utf8');
const here = world();

describe('the questions of docs/audit.md', () => {
  it('are answered as they are written down', async () => {
    await shelteredCase(here);
    const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, STACK: process.env['TEST_STACK'] ?? '.run/stack.json' },
    });
    expect({ status: run.status, error: run.stderr }).toMatchObject({ status: 0 });
    expect(run.stdout.match(/^[a-z-]+: .*\?$/gm)).toHaveLength(8);
    expect(run.stdout).toMatch(/chain-verifies: \d+ entries were recomputed and agree with the signed head/);
    expect(run.stdout).toMatch(/within-relationship: .* opened \d+ sealed parts on/);
    expect(run.stdout).toContain('AuditEvent');
    for (const canary of canaries) expect(run.stdout).not.toContain(canary);
  });
});
