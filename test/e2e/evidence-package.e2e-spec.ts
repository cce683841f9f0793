import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually, tokenFor } from '@rujukan/testing';
import { shelteredCase } from './support/path.js';
import { canaries, world } from './support/world.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = world();
const auditor = here.api.as('insp.auditor');

/** What somebody outside does with the file: unpack it far from here, and run what is in it. */
async function unpackedPackage(id: string) {
  const folder = mkdtempSync(join(tmpdir(), 'berkas-bukti-'));
  const answer = await fetch(`${here.here.services['audit'].url}/v1/audit/exports/${id}/file`, {
    headers: { authorization: `Bearer ${await tokenFor('insp.auditor')}` },
  });
  expect(answer.status).toBe(200);
  execFileSync('tar', ['-xf', '-', '-C', folder], { input: Buffer.from(await answer.arrayBuffer()) });
  const node = (...words: string[]) => {
    const run = spawnSync(process.execPath, ['audit-verify.mjs', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
    });
    return { code: run.status, said: run.stdout + run.stderr };
  };
  const check = () => node('package', '--policy', 'policy', '.');
  return { folder, node, check };
}

const readyExport = (id: string) =>
  eventually(
    'the package',
    async () => {
      const { status, entries, entriesDone } = await auditor.get('audit', `/v1/audit/exports/${id}`);
      return status === 'ready' && { entries, entriesDone };
    },
    { withinMs: 60_000, everyMs: 500 },
  );

describe('an evidence package of the running system', () => {
  it('is checked in another folder by what is in it, and by the second verifier; one byte more or less is found', async () => {
    const { caseId } = await shelteredCase(here);
    const { id } = await eventually('entries of the case', async () => {
      const { items } = await auditor.get('audit', `/v1/entries?case=${caseId}&type=handoff.accept`);
      return (
        items.length > 0 &&
        auditor.post('audit', '/v1/audit/exports', { reason: 'court', criteria: { case: caseId } })
      );
    });
    const { entries, entriesDone } = await readyExport(id);
    expect(entriesDone).toBe(entries);

    const { folder, node, check } = await unpackedPackage(id);
    expect(check()).toMatchObject({ code: 0 });
    const proofs = readdirSync(join(folder, 'proofs'));
    expect(proofs).toHaveLength(entries);
    for (const proof of proofs)
      expect(node('proof', '--policy', 'policy', '--proof', `proofs/${proof}`)).toMatchObject({ code: 0 });
    const [first] = proofs;
    const python = [
      'test/python/audit_verify.py',
      'proof',
      join(folder, 'policy'),
      join(folder, 'proofs', first!),
    ];
    expect(spawnSync('python3', python, { cwd: root, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stdout: '',
    });

    const summary =
      readFileSync(join(folder, 'ringkasan.html'), 'utf8') +
      readFileSync(join(folder, 'entries.ndjson'), 'utf8');
    expect(summary).toContain('menerima rujukan');
    for (const canary of canaries) expect(summary).not.toContain(canary);

    for (const name of [`proofs/${first}`, 'entries.ndjson', 'manifest.json', 'ringkasan.html']) {
      const file = join(folder, name);
      const sound = readFileSync(file);
      const changed = Buffer.from(sound);
      const at = Math.floor(changed.length / 3);
      changed[at] = changed[at] === 0x41 ? 0x42 : 0x41;
      writeFileSync(file, changed);
      expect([name, check().code]).toEqual([name, 1]);
      writeFileSync(file, sound);
    }
    expect(check()).toMatchObject({ code: 0 });
    rmSync(folder, { recursive: true });
  });

  it('waits for a second person unless it is about one case, and is no one else’s to ask for', async () => {
    const criteria = { type: 'handoff.accept' };
    const body = { reason: 'inspection', criteria };
    await here.api.as('uptd.manajer').post('audit', '/v1/audit/exports', body, { expect: [403] });
    const { id, status } = await auditor.post('audit', '/v1/audit/exports', body);
    expect(status).toBe('waiting');
    await auditor.post('audit', `/v1/audit/exports/${id}/approvals`, {}, { expect: [403] });
    await auditor.get('audit', `/v1/audit/exports/${id}/file`, { expect: [409] });
    await here.api.as('kppad.komisioner').post('audit', `/v1/audit/exports/${id}/approvals`, {});
    await readyExport(id);
    const answer = await eventually('both in the log', async () => {
      const { findings } = await auditor.get('audit', '/v1/audit/questions/rows-exported?limit=100');
      const verdicts = (findings as { verdict: string }[]).map(({ verdict }) => verdict);
      return verdicts.includes('approved') && verdicts.includes('own-authority') && verdicts;
    });
    expect(answer).not.toContain('not-approved');
  });
});
