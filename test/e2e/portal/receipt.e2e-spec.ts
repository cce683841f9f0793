import { readFile } from 'node:fs/promises';
import { formatProof, parseProof } from '@rujukan/tlog';
import { shelteredCase } from '../support/path.js';
import { canaries, world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import { onPage, panel } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';

jest.setTimeout(120_000);

const here = world();

/** The same receipt with one byte of its entry changed, as somebody would who wants another story. */
function withOneByteChanged(receipt: string): string {
  const proof = parseProof(receipt)!;
  const extra = Buffer.from(proof.extra!);
  const at = extra.indexOf('"success"') + 1;
  extra[at] = extra[at]! + 1;
  return formatProof({ ...proof, extra });
}

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

describe('a receipt that somebody checks in her browser', () => {
  let office: Office;
  let desk: Desk;
  let receipt: string;

  beforeAll(async () => {
    office = await Office.open();
    const { handoffId } = await shelteredCase(here);
    desk = await office.signIn('uptd.manajer');
    await desk.page.goto(`${office.url}/r/${handoffId}`);
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  it('is taken home from the page of its handoff, and checked there', async () => {
    const { page } = desk;
    const line = panel(page, 'Tanda bukti').getByRole('listitem').filter({ hasText: 'Penerimaan' });
    const downloading = page.waitForEvent('download');
    await line.getByRole('button', { name: 'Unduh' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^[0-9a-f-]{36}-\d+\.tlog-proof$/);
    receipt = await readFile(await file.path(), 'utf8');
    for (const canary of canaries) expect(receipt).not.toContain(canary);
    await line.getByRole('link', { name: 'Periksa di sini' }).click();
    await onPage(page, 'Periksa tanda bukti');
    await page.getByText('UTUH', { exact: true }).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Periksa yang lain' }).click();
    await page.getByText('belum ada', { exact: true }).waitFor();
  });

  it('is proved without a line: what was done, by whom, and which witnesses saw it', async () => {
    const { page, context } = desk;
    await page.getByText(/^dari portal ini/).waitFor();
    await context.setOffline(true);
    const asked: string[] = [];
    page.on('requestfinished', (request) => void asked.push(request.url()));
    await page.getByLabel('Pilih atau seret berkas ke sini').setInputFiles(fileOf('bukti', receipt));
    await page.getByText('UTUH', { exact: true }).waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toMatch(/Catatan ini berada di jejak audit pada nomor \d+, persis seperti ditulis\./);
    expect(said).toMatch(
      /\(pengelola rumah aman\) dari Yayasan Rumah Enggang Contoh \(Demo\) menerima rujukan/,
    );
    expect(said).toMatch(/Disaksikan oleh\nUPTD PPA Kota Pontianak \(Demo\), /);
    expect(said).toMatch(/Ditandatangani oleh log /);
    await page.getByText('Catatan selengkapnya, seperti ditandatangani').click();
    await page.getByText('"type":"handoff.accept"').waitFor();
    await inspect(page);
    expect(asked).toEqual([]);
  });

  it('that was changed by one byte is found out, without a line as well, and says what does not fit', async () => {
    const { page } = desk;
    const choose = page.getByLabel('Pilih atau seret berkas ke sini');
    await choose.setInputFiles(fileOf('bukti', withOneByteChanged(receipt)));
    await page.getByText('DIUBAH', { exact: true }).waitFor();
    await page.getByText(/^Catatan dan tanda bukti tidak cocok: salah satunya telah diubah\./).waitFor();
    expect(await page.getByText('Disaksikan oleh').count()).toBe(0);
    await inspect(page);
    await choose.setInputFiles(fileOf('bukti', receipt.slice(0, receipt.length / 2)));
    await page.getByText('TIDAK DAPAT DIPASTIKAN', { exact: true }).waitFor();
    await page.getByText(/^Berkas ini bukan tanda bukti, atau rusak\./).waitFor();
    await choose.setInputFiles(fileOf('bukti', receipt));
    await page.getByText('UTUH', { exact: true }).waitFor();
  });
});
