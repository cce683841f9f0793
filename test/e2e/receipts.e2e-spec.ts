import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually, tokenFor } from '@rujukan/testing';
import { formatProof, nodeCrypto, parsePolicy, parseProof, trustCheckpoint } from '@rujukan/tlog';
import { answerHandoff } from '../../deploy/demo/steps.mjs';
import { shelteredCase } from './support/path.js';
import { canaries, world } from './support/world.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const around = world();
const { api, here } = around;
const [sender, receiver, stranger] = ['uptd.manajer', 'ngo.pengelola', 'plat.pengelola'] as const;

/** Elsewhere: what an agency takes home, and nothing of the system. */
const elsewhere = mkdtempSync(join(tmpdir(), 'receipt-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));
copyFileSync(here.policyFile, join(elsewhere, 'policy'));
copyFileSync(at('libs/audit-verify/dist/audit-verify.mjs'), join(elsewhere, 'audit-verify.mjs'));

const verified = (program: string, ...words: string[]) => {
  const { status, stdout } = spawnSync(program, words, {
    cwd: elsewhere,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, last: stdout.trim().split('\n').at(-1) };
};
const withNode = (file: string) =>
  verified(process.execPath, 'audit-verify.mjs', 'proof', '--policy', 'policy', '--proof', file);
const withPython = (file: string) =>
  verified('python3', '-B', at('test/python/audit_verify.py'), 'proof', 'policy', file);

/** The agency's own copies of the steps of a handoff, once these are there. */
const proofsOf = (login: string, handoffId: string, steps: readonly string[]) =>
  eventually(
    `proofs of ${steps.join(', ')} for ${login}`,
    async () => {
      const { items } = await api.as(login).get('referral', `/v1/handoffs/${handoffId}/proofs`);
      const found = items as { index: number; step: string }[];
      return found.map(({ step }) => step).join() === steps.join() && found;
    },
    { withinMs: 30_000, everyMs: 100 },
  );

async function download(login: string, handoffId: string, index: number) {
  const url = `${here.services.referral.url}/v1/handoffs/${handoffId}/proofs/${index}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${await tokenFor(login)}` } });
  return { answer, text: await answer.text() };
}

describe('a receipt taken from the running system', () => {
  it('verifies in another folder without it, with both verifiers, for both agencies and after access has ended', async () => {
    const { handoffId } = await shelteredCase(around);
    await proofsOf(sender, handoffId, ['handoff.request', 'handoff.accept']);
    await proofsOf(receiver, handoffId, ['handoff.accept']);
    await answerHandoff(api.as(receiver), handoffId, 'completions', { outcome: 'service-provided' });
    await proofsOf(sender, handoffId, ['handoff.request', 'handoff.accept', 'handoff.complete']);
    const kept = await proofsOf(receiver, handoffId, ['handoff.accept', 'handoff.complete']);

    for (const login of [sender, receiver]) {
      const { answer, text } = await download(login, handoffId, kept[0]!.index);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toContain(
        `${handoffId}-${kept[0]!.index}.tlog-proof`,
      );
      writeFileSync(join(elsewhere, 'receipt.tlog-proof'), text);
      expect(withNode('receipt.tlog-proof')).toEqual({ status: 0, last: 'UTUH' });
      expect(withPython('receipt.tlog-proof').status).toBe(0);
      const entry = Buffer.from(parseProof(text)!.extra!).toString('utf8');
      expect(entry).toContain(`"type":"handoff.accept"`);
      for (const canary of canaries) expect(entry).not.toContain(canary);
      const extra = Buffer.from(entry.replace('"outcome":"success"', '"outcome":"denied"'));
      writeFileSync(join(elsewhere, 'changed.tlog-proof'), formatProof({ ...parseProof(text)!, extra }));
      expect(withNode('changed.tlog-proof').status).toBe(1);
      expect(withPython('changed.tlog-proof').status).toBe(1);
    }
    expect((await download(stranger, handoffId, kept[0]!.index)).answer.status).toBe(404);
  });
});

describe('the witnesses of two agencies', () => {
  it('have both seen the same log as the receipts show', async () => {
    const policy = parsePolicy(nodeCrypto.sha256, readFileSync(here.policyFile));
    if (!policy.ok) throw new Error('no policy');
    expect(here.witnesses.map(({ agency }) => agency)).toEqual(['uptd-ptk', 'plat']);
    const { handoffId } = await shelteredCase(around);
    const [proof] = await proofsOf(receiver, handoffId, ['handoff.accept']);
    const { text } = await download(receiver, handoffId, proof!.index);
    const head = trustCheckpoint(nodeCrypto, policy.value, parseProof(text)!.checkpoint);
    expect(head.ok && head.value.witnesses.map(({ name }) => name)).toEqual(['uptd-ptk', 'plat']);
  });
});
