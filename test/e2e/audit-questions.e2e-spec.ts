import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shelteredCase } from './support/path.js';
import { canaries, world } from './support/world.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/audit.md`, 'utf8');
const here = world();
const auditor = here.api.as('insp.auditor');

interface Answer {
  readonly findings: readonly { readonly verdict: string; readonly entries: readonly number[] }[];
  readonly next?: string;
}

/** Page after page: other suites give answers too. */
async function findingsOf(question: string): Promise<Answer['findings']> {
  const findings: Answer['findings'][number][] = [];
  let cursor = '';
  do {
    const answer: Answer = await auditor.get('audit', `/v1/audit/questions/${question}?limit=100${cursor}`);
    findings.push(...answer.findings);
    cursor = answer.next ? `&cursor=${encodeURIComponent(answer.next)}` : '';
  } while (cursor);
  return findings;
}

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

  // Those two that are asked of one case are answered above.
  it.each([
    ['police-told-in-time', ['in-time', 'late', 'police-knew', 'not-triaged']],
    ['consent-valid', ['valid']],
    ['acknowledged-in-time', ['late', expect.stringMatching(/^longest-wait/) as string]],
    ['read-after-transfer', ['turned-away']],
    ['rows-exported', ['approved', 'own-authority']],
    ['rights-and-breaches', ['in-time', 'late']],
  ])('have an answer in the demo: %s', async (question, verdicts) => {
    const findings = await findingsOf(question);
    expect(findings.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(verdicts));
    for (const { entries } of findings) expect(entries.length).toBeGreaterThan(0);
  });
});
