import { acceptReport, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { agencyId } from '../../../deploy/demo/directory.mjs';
import { aDecision, aReport } from '../support/report.js';
import { world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import { acceptHandoff, goTo, onPage, panel } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';

jest.setTimeout(120_000);

const { api, here } = world();

const nameOf = (login: string): string => {
  const user = here.users.find((one) => one.login === login);
  return user?.name ?? login;
};

/** A case that the police opened for themselves, offered to the protection unit as its own. */
async function transferred() {
  const officer = api.as('pol.penyidik');
  const report = await officer.post(
    'intake',
    '/v1/reports',
    aReport({ recipientAgencyId: agencyId('pol-ptk') }),
  );
  const { cases } = await acceptReport(officer, report.id, aDecision({ authority: 'police-wcpu' }));
  return requestHandoff(officer, {
    caseId: cases[0].id,
    kind: 'transfer',
    to: 'uptd-ptk',
    serviceType: 'case-management',
    shareProfile: 'case-transfer',
    basis: { code: 'public-task' },
    purpose: 'Pengelolaan kasus selanjutnya.',
    priority: 'urgent',
  });
}

describe('a desk with several people, and a transfer that was a mistake', () => {
  let office: Office;
  let manager: Desk;
  let supervisor: Desk;
  let sender: Desk;
  let number: string;

  beforeAll(async () => {
    office = await Office.open();
    // Whoever has signed in can be named on the desk.
    manager = await office.signIn('uptd.manajer', 'telephone');
    supervisor = await office.signIn('uptd.penyelia');
    sender = await office.signIn('pol.penyelia');
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  it('is told of a new task by the bell, in words, and finds it on the list and in the inbox', async () => {
    const { page } = manager;
    const bell = page.getByRole('banner').getByRole('link', { name: 'Pemberitahuan' });
    await bell.click();
    await onPage(page, 'Pemberitahuan');
    await page.getByRole('status').filter({ hasText: 'dibaca' }).waitFor();
    const all = page.getByRole('button', { name: 'Tandai semua sudah dibaca' });
    if (await all.isVisible()) await all.click();
    await page.getByText('Semua sudah dibaca.').waitFor();
    await bell.getByText(/baru/).waitFor({ state: 'detached' });

    ({ number } = await transferred());
    const line = page.getByRole('listitem').filter({ hasText: number });
    await line.getByText('Belum dibaca').waitFor();
    await inspect(page);
    await goTo(page, 'Kotak masuk');
    const row = panel(page, 'Baru masuk').getByRole('listitem').filter({ hasText: number });
    await row.getByText('Menunggu jawaban Anda').waitFor();
    await row.getByText('Belum Anda lihat').waitFor();
    await bell.getByText('1 baru').waitFor();
    await inspect(page);
  });

  it('is given to a colleague by name, who sees it, and so does everybody else at the desk', async () => {
    const { page } = supervisor;
    await goTo(page, 'Kotak masuk');
    await page.getByRole('link', { name: number }).click();
    await onPage(page, new RegExp(number));
    const desk = panel(page, 'Di meja Anda');
    await desk.getByRole('button', { name: 'Saya yang menangani' }).click();
    await desk.getByText('Anda yang menangani.').waitFor();
    await desk.getByRole('button', { name: 'Tugaskan kepada rekan' }).click();
    await desk.getByRole('button', { name: 'Tugaskan', exact: true }).click();
    await page.getByRole('link', { name: 'Pilih: Rekan yang menangani' }).waitFor();
    await inspect(page);
    const worker = desk.getByLabel('Rekan yang menangani');
    await worker.selectOption({ label: nameOf('uptd.manajer') });
    const chosen = await worker.inputValue();
    await goTo(page, 'Kasus');
    await onPage(page, /^Kasus$/);
    await page.goBack();
    await onPage(page, new RegExp(number));
    expect(await worker.inputValue()).toBe(chosen);
    await desk.getByRole('button', { name: 'Tugaskan', exact: true }).click();
    await desk.getByText(`${nameOf('uptd.manajer')} yang menangani.`).waitFor();
    await inspect(page);

    await manager.page.getByRole('link', { name: number }).click();
    await panel(manager.page, 'Di meja Anda').getByText('Anda yang menangani.').waitFor();
    await manager.page.getByRole('banner').getByText('1 baru').waitFor({ state: 'detached' });
  });

  it('tells the sender that it was accepted, without loading anything again', async () => {
    const { page } = sender;
    await page.getByRole('banner').getByRole('link', { name: 'Pemberitahuan' }).click();
    await onPage(page, 'Pemberitahuan');
    await acceptHandoff(manager.page);
    const line = page.getByRole('listitem').filter({ hasText: number });
    await line.getByRole('link', { name: 'Rujukan Anda diterima' }).click();
    await onPage(page, new RegExp(number));
  });

  it('goes back when both have signed, and shows who has and who has not', async () => {
    const { page } = sender;
    await page.getByRole('button', { name: 'Kembalikan kasus ke instansi semula' }).click();
    await page.getByRole('radio', { name: 'Di luar wilayah' }).check();
    await inspect(page);
    await page.getByRole('button', { name: 'Tanda tangani' }).click();
    const ours = panel(page, 'Pengembalian kasus');
    await ours.getByText('Tanda tangan instansi Anda tercatat.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Kembalikan kasus ke instansi semula' }).count()).toBe(0);
    await inspect(page);

    const theirs = panel(supervisor.page, 'Pengembalian kasus');
    await theirs.getByText('Belum menandatangani').waitFor();
    await inspect(supervisor.page);
    await supervisor.page.getByRole('button', { name: 'Kembalikan kasus ke instansi semula' }).click();
    await supervisor.page.getByRole('radio', { name: 'Di luar wilayah' }).check();
    await supervisor.page.getByRole('button', { name: 'Tanda tangani' }).click();
    const done = 'Kedua instansi sudah menandatangani: kasus kembali ke instansi semula.';
    await supervisor.page.getByText(done).waitFor();
    await page.getByText(done).waitFor();
    for (const side of [theirs, ours]) await side.getByText('Sudah menandatangani').nth(1).waitFor();
    await page.getByRole('link', { name: /^Buka kasus K-/ }).click();
    await page.getByText(/\(instansi Anda\)$/).waitFor();
    // The page of the case shows a code by which an auditor can be told which one it is.
    await page.getByText(/^Kode untuk auditor: K-/).waitFor();
    await inspect(page);
  });
});
