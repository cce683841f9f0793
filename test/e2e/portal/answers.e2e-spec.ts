import { requestHandoff } from '../../../deploy/demo/steps.mjs';
import { openedCases, shelterOf } from '../support/path.js';
import { world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import {
  acceptHandoff,
  onPage,
  openFromInbox,
  panel,
  send,
  stepsOf,
  writeTransfer,
} from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';
import { tabTo } from './support/keyboard.js';

jest.setTimeout(90_000);

const here = world();
const notFound = 'Data ini tidak ada, atau instansi Anda tidak (lagi) terlibat di dalamnya.';

describe('what both sides see of an answer', () => {
  let office: Office;
  let sender: Desk;

  beforeAll(async () => {
    office = await Office.open();
    sender = await office.signIn('uptd.manajer');
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  it('sees at once, without loading again, that the shelter is full, and where else there is room', async () => {
    const { caseIds } = await openedCases(here);
    const manager = here.api.as('uptd.manajer');
    const handoff = await requestHandoff(manager, shelterOf(caseIds[0]!, 'plat'));
    const { page } = sender;
    await page.goto(`${office.url}/r/${handoff.id}`);
    const state = panel(page, 'Siapa yang harus bertindak');
    await state.getByText('Terkirim', { exact: true }).waitFor();

    const receiver = await office.signIn('plat.pengelola', 'telephone');
    await openFromInbox(receiver.page, handoff.number);
    await receiver.page.getByRole('button', { name: 'Konfirmasi sudah dibaca' }).click();
    await state.getByText('Dikonfirmasi', { exact: true }).waitFor();
    expect((await stepsOf(page)).slice(0, 2)).toEqual(['Terkirim', 'Dikonfirmasi']);
    await receiver.page.getByRole('button', { name: 'Tidak dapat menerima' }).click();
    await receiver.page.getByRole('button', { name: 'Kirim jawaban' }).click();
    const mistakes = receiver.page.getByRole('alert');
    await inspect(receiver.page);
    expect(await mistakes.evaluate((summary) => summary === document.activeElement)).toBe(true);
    await receiver.page.keyboard.press('Tab');
    await receiver.page.keyboard.press('Enter');
    await tabTo(receiver.page, receiver.page.getByRole('radio').first());
    await receiver.page.getByRole('radio', { name: 'Kapasitas penuh' }).check();
    await receiver.page.getByLabel('Saran untuk pengirim').fill('Ada tempat lagi besok pagi.');
    await receiver.page.getByRole('button', { name: 'Kirim jawaban' }).click();

    await state.getByText('Tidak dapat diterima', { exact: true }).waitFor();
    expect(await stepsOf(page)).toEqual(['Terkirim', 'Dikonfirmasi', 'Tidak dapat diterima']);
    await panel(page, 'Yang diminta').getByText('Kapasitas penuh').waitFor();
    await panel(page, 'Yang diminta').getByText('Ada tempat lagi besok pagi.').waitFor();
    const others = panel(page, 'Tujuan lain untuk layanan ini');
    await others.getByText('Diusulkan').waitFor();
    await inspect(page);
    await page.getByRole('link', { name: 'Rujuk ke tujuan lain' }).click();
    await onPage(page, 'Rujuk ke instansi lain');
    expect(await page.getByLabel('Layanan yang dibutuhkan anak').inputValue()).toBe('emergency-shelter');
    await page.goBack();
    await others.getByRole('listitem').filter({ hasText: 'Diusulkan' }).getByRole('button').click();
    await state.getByText('Terkirim', { exact: true }).waitFor();
    expect(page.url()).not.toContain(handoff.id);
  });

  it('waits for a service that hears of an acceptance a moment later, and never says that nothing is there', async () => {
    const { caseIds } = await openedCases(here);
    const handoff = await requestHandoff(here.api.as('uptd.manajer'), shelterOf(caseIds[0]!));
    const { page, watch } = await office.signIn('ngo.pengelola');
    const asked = new Set<string>();
    await page.route(new RegExp(`/api/(referral|intake|victim-services)/v1/cases/${caseIds[0]}`), (route) => {
      const { pathname } = new URL(route.request().url());
      if (asked.has(pathname)) return route.continue();
      asked.add(pathname);
      const json = { status: 404, code: 'not-found', title: 'Tidak ditemukan' };
      return route.fulfill({ status: 404, contentType: 'application/problem+json', json });
    });
    await openFromInbox(page, handoff.number);
    await acceptHandoff(page);
    await page.getByRole('link', { name: /^Buka kasus/ }).click();
    await page.getByRole('link', { name: 'Catat layanan' }).waitFor();
    expect(await page.getByText(notFound).count()).toBe(0);
    expect(asked.size).toBeGreaterThan(2);
    watch.expectProblem(/^404 GET \/api\//);
  });

  it('loses sight of a case for good once another agency has taken it over', async () => {
    const { caseIds } = await openedCases(here);
    const { page } = sender;
    const address = `${office.url}/k/${caseIds[0]}`;
    await page.goto(address);
    await writeTransfer(page, 'UPTD PPA Kota Singkawang (Demo)');
    await page.getByRole('button', { name: 'Kirim pelimpahan' }).click();
    await page.getByRole('link', { name: 'Centang bahwa Anda mengerti akibatnya' }).waitFor();
    await inspect(page);
    await page.getByLabel('Saya mengerti bahwa instansi saya tidak lagi dapat membuka kasus ini').check();
    const number = await send(page, 'Kirim pelimpahan');
    await page.goto(address);
    await panel(page, 'Yang dapat dilakukan').waitFor();

    const receiver = await office.signIn('skw.manajer');
    await openFromInbox(receiver.page, number);
    await acceptHandoff(receiver.page);
    await receiver.page.getByRole('link', { name: /^Buka kasus/ }).click();
    await receiver.page.getByText('UPTD PPA Kota Singkawang (Demo) (instansi Anda)').waitFor();

    await page.getByText(notFound).waitFor();
    await inspect(page);
    await page.goto(address);
    await page.getByText(notFound).waitFor();
    sender.watch.expectProblem(/^404 GET \/api\//);
  });
});
