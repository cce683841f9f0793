import { world } from '../support/world.js';
import { Office } from './support/desk.js';
import { goTo, onPage } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';
import { writeReport } from './support/report-steps.js';

jest.setTimeout(90_000);

const { api } = world();

/** How many reports the police have filed by now. */
async function filed(cursor?: string): Promise<number> {
  const query = `box=filed&limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
  const page: { items: unknown[]; next?: string } = await api
    .as('pol.penyidik')
    .get('intake', `/v1/reports?${query}`);
  return page.items.length + (page.next ? await filed(page.next) : 0);
}

describe('a report that is sent into a dead line', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it('is kept on the screen, says that it is not sent yet, and is filed exactly once however often it is sent', async () => {
    const before = await filed();
    const { page, context, watch } = await office.signIn('pol.penyidik', 'telephone');
    await page.goto(`${office.url}/l/baru`);
    await onPage(page, 'Catat laporan');
    await writeReport(page);
    const send = page.getByRole('button', { name: 'Kirim laporan' });
    await page.getByRole('button', { name: 'Buang isian' }).click();
    await inspect(page);
    await page.getByRole('button', { name: 'Tidak, lanjutkan mengisi' }).click();

    // The first attempt dies on its way, the second arrives but its answer is lost, the third is heard.
    await context.setOffline(true);
    await page.getByText('Sambungan internet terputus. Isian Anda tetap ada di layar ini.').waitFor();
    await send.click();
    await page.getByRole('alert').getByText('Belum terkirim', { exact: true }).waitFor();
    await inspect(page);
    await goTo(page, 'Kasus');
    await page.getByRole('button', { name: 'Buka isian' }).click();
    await page.getByRole('group', { name: 'Langkah 5 dari 5: Periksa' }).waitFor();

    await context.setOffline(false);
    await page.route('**/api/intake/v1/reports', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await send.click();
    await page.getByRole('alert').getByText('Belum terkirim', { exact: true }).waitFor();
    await page.unroute('**/api/intake/v1/reports');
    await send.click();
    await onPage(page, 'Laporan diterima');
    await page.getByText('belum terkirim').waitFor({ state: 'detached' });
    expect(await filed()).toBe(before + 1);
    expect(watch.problems).toEqual([]);
  });
});
