import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@rujukan/testing';
import { shelteredCase } from '../support/path.js';
import { canaries, world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import { goTo, onPage, panel } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';

jest.setTimeout(120_000);

const here = world();
const making = { timeout: 60_000 } as const;

describe('an evidence package that an auditor takes home', () => {
  let office: Office;
  let desk: Desk;
  let caseId: string;
  const folder = mkdtempSync(join(tmpdir(), 'berkas-bukti-'));

  beforeAll(async () => {
    office = await Office.open();
    caseId = (await shelteredCase(here)).caseId;
    const auditor = here.api.as('insp.auditor');
    await eventually('the acceptance in the log', async () => {
      const { items } = await auditor.get('audit', `/v1/entries?case=${caseId}&type=handoff.accept`);
      return items.length > 0;
    });
    desk = await office.signIn('insp.auditor', 'telephone');
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await office.close();
  });
  afterEach(() => expect(office.problems).toEqual([]));

  it('is asked for with a reason and at least one criterion, and says what to change where nothing fits', async () => {
    const { page, watch } = desk;
    await goTo(page, 'Berkas bukti');
    await onPage(page, 'Berkas bukti');
    const form = panel(page, 'Minta berkas bukti');
    const submit = form.getByRole('button', { name: 'Minta berkas' });
    await submit.click();
    await form.getByRole('link', { name: 'Pilih: Untuk apa' }).waitFor();
    await form.getByRole('link', { name: /^Isi sedikitnya satu/ }).waitFor();
    await inspect(page);
    await form.getByLabel('Untuk apa').selectOption({ label: 'Diminta pengadilan atau penyidik' });
    await form.getByLabel('Kode kasus').fill(randomUUID());
    await submit.click();
    await form.getByText('Tidak ada catatan yang cocok dengan kriteria ini').waitFor();
    watch.expectProblem(/^409 POST /);
    await form.getByLabel('Kode kasus').fill(caseId);
    await submit.click();
    await page
      .getByRole('region', { name: /^Berkas / })
      .filter({ hasText: caseId })
      .waitFor();
    expect(await form.getByLabel('Kode kasus').inputValue()).toBe('');
  });

  it('is made while one waits, is downloaded, and is found whole by the verifier in it, far from here', async () => {
    const { page } = desk;
    const card = page.getByRole('region', { name: /^Berkas / }).filter({ hasText: caseId });
    const button = card.getByRole('button', { name: 'Unduh berkas' });
    await button.waitFor(making);
    await inspect(page);
    const downloading = page.waitForEvent('download');
    await button.click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^berkas-bukti-[0-9a-f-]{36}\.tar$/);
    execFileSync('tar', ['-xf', await file.path(), '-C', folder]);
    const command = await card.locator('code').filter({ hasText: 'audit-verify' }).textContent();
    const [, ...words] = command!.split(' ');
    const run = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env: {} });
    expect({ code: run.status, said: run.stdout + run.stderr }).toMatchObject({ code: 0 });
    const entries = Number(/Jumlah catatan\s+(\d+)/.exec(await card.innerText())?.[1]);
    expect(readdirSync(join(folder, 'proofs'))).toHaveLength(entries);
    const summary = readFileSync(join(folder, 'ringkasan.html'), 'utf8');
    expect(summary).toContain('menerima rujukan');
    for (const canary of canaries) expect(summary).not.toContain(canary);
  });

  it('about more than one case waits for a second person, whoever asked for it', async () => {
    const { page } = desk;
    const form = panel(page, 'Minta berkas bukti');
    await form.getByLabel('Untuk apa').selectOption({ label: 'Pengawasan berkala' });
    await form.getByLabel('Instansi pelaku').selectOption({ label: 'UPTD PPA Kota Pontianak (Demo)' });
    await form.getByLabel('Hasil').selectOption({ label: 'Berhasil' });
    await form.getByRole('button', { name: 'Minta berkas' }).click();
    const card = page.getByRole('region', { name: /^Berkas / }).filter({ hasText: 'Menunggu persetujuan' });
    await card
      .first()
      .getByText(/^Mintalah auditor atau komisioner lain/)
      .waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    await inspect(page);
    const name = await card.first().getByRole('heading').innerText();

    const second = await office.signIn('kppad.komisioner');
    await goTo(second.page, 'Berkas bukti');
    const asked = panel(second.page, name);
    await asked.getByRole('button', { name: 'Setujui permintaan ini' }).click();
    await asked.getByText('Menunggu persetujuan').waitFor({ state: 'detached' });
    expect(await second.page.getByRole('button', { name: 'Minta berkas' }).count()).toBe(0);
    await inspect(second.page);
    await panel(page, name).getByRole('button', { name: 'Unduh berkas' }).waitFor(making);
  });
});
