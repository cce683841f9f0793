import { requestHandoff } from '../../../deploy/demo/steps.mjs';
import { openedCases, shelterOf } from '../support/path.js';
import { world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import { acceptHandoff, onPage, panel, stepsOf } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';

jest.setTimeout(120_000);

const here = world();

describe('every step of a handoff that is no answer yet', () => {
  let office: Office;
  let manager: Desk;
  let shelter: Desk;
  let caseId: string;

  beforeAll(async () => {
    office = await Office.open();
    caseId = (await openedCases(here)).caseIds[0]!;
    manager = await office.signIn('uptd.manajer');
    shelter = await office.signIn('ngo.pengelola', 'telephone');
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  const state = ({ page }: Desk, name: string) =>
    panel(page, 'Siapa yang harus bertindak').getByText(name, { exact: true }).waitFor();
  const step = ({ page }: Desk, name: string) => page.getByRole('button', { name, exact: true }).click();

  const because = ({ page }: Desk, reason: string) =>
    page.getByRole('radio', { name: reason, exact: true }).check();

  /** Sent by the manager, and open on both screens. */
  const sent = async (): Promise<string> => {
    const { id, number } = await requestHandoff(here.api.as('uptd.manajer'), shelterOf(caseId));
    await Promise.all(
      [manager, shelter].map(async ({ page }) => {
        await page.goto(`${office.url}/r/${id}`);
        await onPage(page, number);
      }),
    );
    return number;
  };

  it('goes back with a question, is answered, and comes again', async () => {
    await sent();
    await state(shelter, 'Menunggu jawaban Anda');
    await panel(shelter.page, 'Siapa yang harus bertindak')
      .getByText(/^Penampungan sementara · Segera · risiko tinggi · /)
      .waitFor();
    await step(shelter, 'Kembalikan dengan pertanyaan');
    await step(shelter, 'Kembalikan');
    await shelter.page.getByRole('link', { name: 'Pilih: Alasan' }).waitFor();
    await shelter.page.getByRole('radio', { name: 'Informasi kurang' }).check();
    await shelter.page.getByLabel('Pesan').fill('Apakah anak perlu penerjemah?');
    await inspect(shelter.page);
    await step(shelter, 'Kembalikan');
    await state(shelter, 'Menunggu pengirim');

    await state(manager, 'Menunggu jawaban Anda');
    await panel(manager.page, 'Riwayat').getByText('“Apakah anak perlu penerjemah?”').waitFor();
    await step(manager, 'Lengkapi dan kirim ulang');
    await manager.page.getByLabel('Pesan').fill('Tidak perlu.');
    await inspect(manager.page);
    await step(manager, 'Kirim ulang');
    await state(manager, 'Terkirim');
    await state(shelter, 'Menunggu jawaban Anda');
  });

  it('waits for room, begins, pauses and goes on', async () => {
    await acceptHandoff(shelter.page);
    await step(shelter, 'Masukkan daftar tunggu');
    await inspect(shelter.page);
    await step(shelter, 'Masukkan daftar tunggu');
    await state(shelter, 'Daftar tunggu');
    await state(manager, 'Daftar tunggu');
    expect(await stepsOf(manager.page)).toContain('Daftar tunggu');

    await step(shelter, 'Mulai layanan');
    await step(shelter, 'Ya, layanan dimulai');
    await state(manager, 'Dalam layanan');
    await step(shelter, 'Tunda sementara');
    await because(shelter, 'Anak dirawat di rumah sakit');
    await shelter.page.getByLabel('Pesan').fill('Sampai besok pagi.');
    await inspect(shelter.page);
    await step(shelter, 'Tunda');
    await state(manager, 'Ditunda');
    await panel(manager.page, 'Riwayat').getByText('Anak dirawat di rumah sakit').waitFor();
    await step(shelter, 'Mulai layanan');
    await step(shelter, 'Ya, layanan dimulai');
    await state(manager, 'Dalam layanan');
  });

  it('is not cancelled against the receiver’s word, and is once the receiver agrees', async () => {
    await step(manager, 'Minta pembatalan');
    await because(manager, 'Tidak diperlukan lagi');
    await inspect(manager.page);
    await step(manager, 'Minta pembatalan');
    await state(manager, 'Menunggu keputusan penerima');
    await state(shelter, 'Menunggu keputusan Anda');
    await shelter.page.getByRole('button', { name: 'Lanjutkan layanan' }).click();
    await because(shelter, 'Lainnya');
    await step(shelter, 'Lanjutkan layanan');
    await shelter.page.getByRole('link', { name: 'Isi: Pesan' }).click();
    await shelter.page.keyboard.type('Anak sedang aman di sini.');
    await inspect(shelter.page);
    await step(shelter, 'Lanjutkan layanan');
    await state(manager, 'Dalam layanan');

    await step(manager, 'Minta pembatalan');
    await because(manager, 'Anak tidak menghendaki');
    await step(manager, 'Minta pembatalan');
    await state(shelter, 'Menunggu keputusan Anda');
    await step(shelter, 'Setujui pembatalan');
    await inspect(shelter.page);
    await step(shelter, 'Setujui pembatalan');
    await state(manager, 'Dibatalkan');
    await panel(shelter.page, 'Data yang dibuka kepada penerima')
      .getByText('Akses lewat rujukan ini sudah berakhir.')
      .waitFor();
  });

  it('is taken back before anybody answered, and what the receiver saw of the child is gone', async () => {
    await sent();
    const envelope = panel(shelter.page, 'Yang diminta');
    await envelope.getByText('Kelompok usia').waitFor();
    await step(manager, 'Tarik kembali');
    await because(manager, 'Penerima keliru');
    await inspect(manager.page);
    await step(manager, 'Ya, tarik kembali');
    await state(manager, 'Dibatalkan');
    await state(shelter, 'Dibatalkan');
    await envelope.getByText('Kelompok usia').waitFor({ state: 'detached' });
    await inspect(shelter.page);
  });

  it('is passed on to a better place, in the words of whoever passes it on', async () => {
    const first = await sent();
    await step(shelter, 'Teruskan ke instansi lain');
    await shelter.page.getByRole('radio').first().waitFor();
    await step(shelter, 'Teruskan');
    const mistakes = shelter.page.getByRole('alert').getByRole('link');
    expect(await mistakes.allTextContents()).toEqual(['Pilih: Instansi dan layanan', 'Isi: Tujuan']);
    await shelter.page.getByRole('radio').first().check();
    await shelter.page.getByLabel('Tujuan').fill('Tempat yang lebih dekat dengan keluarga.');
    await inspect(shelter.page);
    await step(shelter, 'Teruskan');
    await shelter.page.getByRole('button', { name: 'Teruskan', exact: true }).waitFor({ state: 'detached' });
    await state(shelter, 'Menunggu jawaban Anda');

    const { page } = manager;
    const chain = panel(page, 'Penerusan rujukan ini');
    await chain.getByText(/^Rujukan ini tetap ada pada .* sampai instansi yang baru menerima/).waitFor();
    await chain.getByText(/^Diteruskan kepada /).waitFor();
    await inspect(page);
    await chain.getByRole('link').click();
    await chain.getByText(/^Semula kepada /).waitFor();
    await inspect(page);
    await chain.getByRole('link', { name: first }).click();
    await onPage(page, first);
  });
});
