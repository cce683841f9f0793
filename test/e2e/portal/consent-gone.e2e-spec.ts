import { answerHandoff, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { aConsent } from '../support/consent.js';
import { openedCases, shelterOf } from '../support/path.js';
import { world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import { goTo, next, onPage, panel, seeBothSides, send } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';

jest.setTimeout(120_000);

const here = world();
const { api, clock, agencyOf } = here;

describe('what people do when consent is refused or gone', () => {
  let office: Office;
  let manager: Desk;
  let supervisor: Desk;
  let caseId: string;
  let caseNumber: string;
  let handoff: { id: string; number: string };

  beforeAll(async () => {
    office = await Office.open();
    caseId = (await openedCases(here)).caseIds[0]!;
    ({ caseNumber } = await api.as('uptd.manajer').get('referral', `/v1/cases/${caseId}`));
    manager = await office.signIn('uptd.manajer', 'telephone');
    supervisor = await office.signIn('uptd.penyelia');
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  const recorded = async (login: string, more: Record<string, unknown> = {}): Promise<unknown> =>
    api
      .as('uptd.manajer')
      .post(
        'referral',
        `/v1/cases/${caseId}/consents`,
        aConsent({ recipients: [agencyOf(login)], ...more }, clock.now()),
      );

  it('asks for an exception in the form itself, and keeps what was written while it waits', async () => {
    await recorded('ngo.pengelola', { isGiven: false });
    const { page } = manager;
    await page.goto(`${office.url}/k/${caseId}/kirim`);
    await page.getByLabel('Layanan yang dibutuhkan anak').selectOption({ label: 'Penampungan sementara' });
    await page.getByRole('radio', { name: /Rumah aman Enggang/ }).check();
    await next(page);
    await next(page);
    const mistakes = page.getByRole('alert').getByRole('link');
    expect(await mistakes.allTextContents()).toEqual([
      'Pilih: Dasar pemrosesan data',
      'Isi: Tujuan rujukan',
      'Pilih: Prioritas',
    ]);
    await page.getByRole('radio', { name: /^Kepentingan vital/ }).check();
    await page.getByLabel('Tujuan rujukan').fill('Tempat aman malam ini.');
    await page.getByRole('radio', { name: /^Segera/ }).check();
    await page.getByText(/^Persetujuan untuk instansi ini ditolak/).waitFor();
    await page.getByRole('button', { name: 'Ajukan pengecualian' }).click();
    await page.getByText('Pilih: Alasan pengecualian').first().waitFor();
    await page.getByRole('radio', { name: 'Anak dalam bahaya saat ini' }).check();
    await inspect(page);
    await page.getByRole('button', { name: 'Ajukan pengecualian' }).click();
    await page.getByText(/^Pengecualian menunggu penyelia/).waitFor();
  });

  it('is approved by a second person and by nobody else, and the form goes on by itself', async () => {
    const { page } = supervisor;
    await page.goto(office.url);
    const menu = page.getByRole('navigation', { name: 'Menu utama' });
    await menu.getByRole('link', { name: /^Persetujuan \d+ menunggu$/ }).waitFor();
    await page.getByRole('link', { name: `Putuskan pengecualian pada kasus ${caseNumber}` }).click();
    await onPage(page, 'Persetujuan');
    const waiting = panel(page, `Pengecualian pada kasus ${caseNumber}`);
    await waiting.getByText('Menunggu orang kedua').waitFor();
    await waiting.getByText('Anak dalam bahaya saat ini').waitFor();
    await inspect(page);
    await waiting.getByRole('button', { name: 'Setujui pengecualian' }).click();
    await inspect(page);
    await waiting.getByRole('button', { name: 'Ya, setujui' }).click();
    await waiting.waitFor({ state: 'detached' });
    await page.goto(`${office.url}/k/${caseId}`);
    const exceptions = panel(page, 'Pengecualian dasar data');
    await exceptions.getByText('Disetujui', { exact: true }).waitFor();

    const form = manager.page;
    await form.getByText(/^Penyelia menyetujui pengecualian/).waitFor();
    await inspect(form);
    expect(await form.getByLabel('Tujuan rujukan').inputValue()).toBe('Tempat aman malam ini.');
    await next(form);
    await seeBothSides(form);
    await send(form, 'Kirim rujukan');
    await exceptions.getByText('Sudah dipakai untuk rujukan').waitFor();
  });

  it('may also be refused, and whoever asked is offered no decision', async () => {
    await api.as('uptd.manajer').post('referral', `/v1/cases/${caseId}/basis-overrides`, {
      basis: 'public-task',
      toAgencyId: agencyOf('ngo.pengelola'),
      serviceType: 'emergency-shelter',
      reason: 'guardian-obstructs',
    });
    await manager.page.goto(`${office.url}/k/${caseId}`);
    const asked = panel(manager.page, 'Pengecualian dasar data');
    await asked.getByText('Anda yang mengajukan: orang lain yang memutuskan.').waitFor();
    expect(await asked.getByRole('button').count()).toBe(0);
    const exceptions = panel(supervisor.page, 'Pengecualian dasar data');
    await exceptions.getByRole('button', { name: 'Tolak pengecualian' }).click();
    await exceptions.getByText('Tidak disetujui', { exact: true }).waitFor();
    await asked.getByText('Tidak disetujui', { exact: true }).waitFor();
  });

  it('is withdrawn by whoever answers for the case, who sees beforehand what will happen and who must answer', async () => {
    await recorded('plat.pengelola');
    handoff = await requestHandoff(api.as('uptd.manajer'), {
      ...shelterOf(caseId, 'plat'),
      basis: { code: 'consent' },
    });
    await answerHandoff(api.as('plat.pengelola'), handoff.id, 'acceptances');

    const { page } = manager;
    await page.goto(`${office.url}/k/${caseId}`);
    const consents = panel(page, 'Persetujuan berbagi data');
    await consents.getByText('Berlaku', { exact: true }).waitFor();
    await inspect(page);
    await consents.getByRole('button', { name: 'Cabut persetujuan' }).click();
    await consents.getByRole('button', { name: 'Lanjut ke pemeriksaan' }).click();
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
      'Pilih: Mengapa persetujuan ini berakhir',
      'Pilih: Siapa yang mencabut',
    ]);
    await consents.getByRole('radio', { name: 'Dicabut oleh yang berhak' }).check();
    await consents.getByRole('radio', { name: 'Orang tua', exact: true }).check();
    await inspect(page);
    // What was chosen is still there after a look at another page.
    await goTo(page, 'Kasus');
    await onPage(page, /^Kasus$/);
    await page.goBack();
    await consents.getByRole('button', { name: 'Lanjut ke pemeriksaan' }).click();
    await consents.getByRole('heading', { name: 'Yang akan terjadi sesudah dicabut' }).waitFor();
    await consents.getByText(/^Dalam 24 jam instansi berikut harus menjawab/).waitFor();
    await consents.getByRole('listitem').filter({ hasText: 'PLAT Kota Pontianak (Demo)' }).waitFor();
    await inspect(page);
    await consents.getByRole('button', { name: 'Ya, cabut persetujuan' }).click();
    await consents.getByText('Dicabut', { exact: true }).waitFor();
    expect(await consents.getByRole('button', { name: 'Cabut persetujuan' }).count()).toBe(0);
    await consents.getByRole('button', { name: 'Lihat jawaban pemegang data' }).click();
    await consents.getByText('Belum menjawab').waitFor();
    await inspect(page);
  });

  it('asks the holder what becomes of its copy, and loses nothing of the answer in a dead line', async () => {
    const { page, context } = await office.signIn('plat.pengelola', 'telephone');
    await goTo(page, 'Kotak masuk');
    await inspect(page);
    await page.getByRole('link', { name: `Jawab pencabutan persetujuan pada ${handoff.number}` }).click();
    await onPage(page, new RegExp(handoff.number));
    const question = panel(page, 'Persetujuan dicabut');
    await question.getByText(/^sisa /).waitFor();
    await question.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByRole('link', { name: 'Pilih: Salinan data di instansi Anda' }).waitFor();
    await question.getByRole('radio', { name: /^Disimpan atas dasar lain/ }).check();
    await question.getByRole('radio', { name: 'Kewajiban hukum' }).check();
    await question.getByRole('radiogroup', { name: 'Pasal' }).getByRole('radio').first().check();
    await question.getByLabel('Alasan menyimpan').fill('Pemeriksaan belum selesai.');
    await inspect(page);

    await context.setOffline(true);
    await question.getByRole('button', { name: 'Kirim jawaban' }).click();
    await question.getByText('Belum terkirim', { exact: true }).waitFor();
    await goTo(page, 'Kotak masuk');
    await page.getByRole('button', { name: 'Buka isian' }).click();
    await context.setOffline(false);
    await question.getByRole('button', { name: 'Kirim jawaban' }).click();
    await question.getByText(/^Jawaban instansi Anda: Disimpan atas dasar lain/).waitFor();
    await page.getByText('belum terkirim').waitFor({ state: 'detached' });
    await inspect(page);

    await manager.page.reload();
    const consents = panel(manager.page, 'Persetujuan berbagi data');
    await consents.getByRole('button', { name: 'Lihat jawaban pemegang data' }).click();
    await consents.getByText('Disimpan atas dasar lain').waitFor();
  });
});
