import { shareProfiles } from '@rujukan/contracts';
import { openedCases } from '../support/path.js';
import { world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import { acceptHandoff, goTo, next, onPage, panel, seeBothSides, send } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';

jest.setTimeout(120_000);

const here = world();

/** What each step that the shelter may take first is called on its button. */
const buttons: Readonly<Record<string, string>> = {
  accept: 'Terima rujukan',
  reject: 'Tidak dapat menerima',
  receive: 'Konfirmasi sudah dibaca',
  return: 'Kembalikan dengan pertanyaan',
  'refer-onward': 'Teruskan ke instansi lain',
};

describe('a handoff as people do it', () => {
  let office: Office;
  let manager: Desk;
  let shelter: Desk;
  let caseId: string;
  let number: string;

  beforeAll(async () => {
    office = await Office.open();
    caseId = (await openedCases(here)).caseIds[0]!;
    manager = await office.signIn('uptd.manajer');
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  it('begins with what the child needs, and shows of each provider the agreement and the room', async () => {
    const { page } = manager;
    await page.goto(`${office.url}/k/${caseId}/kirim`);
    await page.getByLabel('Layanan yang dibutuhkan anak').selectOption({ label: 'Penampungan sementara' });
    const { need } = await here.api.as('uptd.manajer').get('referral', `/v1/cases/${caseId}`);
    expect(await page.getByLabel('Kelompok usia anak').inputValue()).toBe(need.ageBand);
    expect(await page.getByLabel('Jenis kelamin').inputValue()).toBe('female');
    expect(await page.getByLabel('Kecamatan').inputValue()).toBe(need.areaCode);
    const full = page.getByRole('radio', { name: /Penampungan sementara PLAT/ });
    await full.waitFor();
    const facts = await page.getByRole('radiogroup').last().innerText();
    expect(facts).toContain('Perjanjian berbagi data berlaku · Penuh, 0 tempat');
    expect(facts.indexOf('Rumah aman Enggang')).toBeLessThan(facts.indexOf('Singkawang'));
    await inspect(page);
    await page.getByLabel('Jenis kelamin').selectOption('male');
    const unfit = page.getByRole('listitem').filter({ hasText: 'Rumah aman Enggang' });
    await unfit.getByText('Jenis kelamin tidak memenuhi kriteria').waitFor();
    await page.getByLabel('Jenis kelamin').selectOption('female');
    await page.getByRole('radio', { name: /Rumah aman Enggang/ }).check();
    await next(page);
  });

  it('says that nobody has been asked yet, and records the answer beside the question', async () => {
    const { page } = manager;
    await page.getByRole('radio', { name: /^Persetujuan/ }).check();
    await page.getByText('Belum ada persetujuan untuk kasus ini.').waitFor();
    await page.getByRole('radio', { name: 'Setuju', exact: true }).check();
    await page.getByLabel('Siapa yang menjawab').selectOption({ label: 'Orang tua' });
    await page.getByLabel('Hubungannya dengan anak').selectOption({ label: 'Ibu' });
    await page.getByRole('radio', { name: 'Anak setuju' }).check();
    await page.getByRole('radio', { name: 'Tertulis di kertas' }).check();
    await page.getByLabel('Bukti disimpan di').fill('Map kasus');
    await inspect(page);
    await page.getByRole('button', { name: 'Catat persetujuan' }).click();
    await page.getByText(/^Ada persetujuan yang mencakup pengiriman ini/).waitFor();
    await page.getByLabel('Tujuan rujukan').fill('Tempat aman malam ini.');
    await page.getByRole('radio', { name: /^Segera/ }).check();
    await next(page);
  });

  it('shows what the shelter will see, as the service says, before it goes', async () => {
    const { page } = manager;
    await seeBothSides(page);
    const after = panel(page, 'Sesudah menerima').getByRole('listitem');
    expect(await after.count()).toBe(shareProfiles['shelter-placement'].fieldGroups.length);
    expect(await panel(page, 'Sebelum menerima').innerText()).toMatch(/13–15 tahun|16–17 tahun/);
    await inspect(page);
    number = await send(page, 'Kirim rujukan');
  });

  it('stands in the inbox under what is new, with the time that is left', async () => {
    shelter = await office.signIn('ngo.pengelola', 'telephone');
    const { page } = shelter;
    await goTo(page, 'Kotak masuk');
    const row = panel(page, 'Baru masuk').getByRole('listitem').filter({ hasText: number });
    await row.getByText(/^sisa \d+ (menit|jam)$/).waitFor();
    await inspect(page);
    await row.getByRole('link').click();
    await onPage(page, number);
  });

  it('offers every step that is allowed and no other', async () => {
    const { page } = shelter;
    const id = /\/r\/(.+)$/.exec(page.url())![1]!;
    const { allowedActions } = await here.api.as('ngo.pengelola').get('referral', `/v1/handoffs/${id}`);
    const shown = await panel(page, 'Tindakan').getByRole('button').allTextContents();
    expect(shown.sort()).toEqual((allowedActions as string[]).map((action) => buttons[action]).sort());
    await panel(page, 'Siapa yang harus bertindak').getByText('Konfirmasi terima rujukan').waitFor();
    await inspect(page);
  });

  it('is in the ledger of the case once the shelter has accepted, without loading anything again', async () => {
    await acceptHandoff(shelter.page);
    const { page } = manager;
    await panel(page, 'Siapa yang harus bertindak').getByText('Diterima', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^Buka kasus/ }).click();
    const ledger = panel(page, 'Siapa melihat data apa');
    await ledger.getByText('Akses terbuka').waitFor();
    expect(await ledger.getByRole('listitem').innerText()).toContain('Persetujuan');
    await inspect(page);
  });

  it('is told to the sender while it goes on', async () => {
    const { page } = shelter;
    await page.getByRole('button', { name: 'Beri kabar kepada pengirim' }).click();
    await page.getByRole('radio', { name: 'Sesuai rencana' }).check();
    await inspect(page);
    await page.getByRole('button', { name: 'Kirim kabar' }).click();
    await panel(page, 'Kabar dari penerima').getByRole('listitem').getByText('Sesuai rencana').waitFor();
  });

  it('stands on the board of the supervisor, by agency and step', async () => {
    const { page } = await office.signIn('uptd.penyelia');
    await goTo(page, 'Batas waktu');
    await onPage(page, 'Papan batas waktu');
    // What is overdue stands above the agencies and leads to the handoff, not to the step.
    const agency = page
      .getByRole('region')
      .filter({ hasText: 'Beri umpan balik kepada pengirim' })
      .filter({ hasNot: page.getByRole('heading', { name: 'Lewat batas waktu', exact: true }) });
    await agency.first().waitFor();
    await inspect(page);
    await agency.first().getByRole('link', { name: 'Beri umpan balik kepada pengirim' }).click();
    await onPage(page, 'Beri umpan balik kepada pengirim');
    await inspect(page);
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
    await onPage(page, /R-/);
  });
});
