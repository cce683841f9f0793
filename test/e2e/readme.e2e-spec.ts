import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

describe('the first referral of the README', () => {
  it('works as it is written', () => {
    const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
    expect(commands).toContain('acceptances');
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, STACK: process.env['TEST_STACK'] ?? '.run/stack.json' },
    });
    expect({ status: run.status, error: run.stderr }).toMatchObject({ status: 0 });
    expect(run.stdout).toContain('"status": "requested"');
    expect(run.stdout).toContain('"name": "Melati Contoh"');
    expect(run.stdout).toMatch(/handoff\.accept success/);
  });

  it('names the two commands', () => {
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
  });
});
