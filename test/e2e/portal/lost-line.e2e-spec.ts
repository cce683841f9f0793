import type { Route } from 'playwright-core';
import { openedCases } from '../support/path.js';
import { world } from '../support/world.js';
import { Office } from './support/desk.js';
import { goTo, onPage, panel, seeBothSides, writeReferral } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';
import { writeReport } from './support/report-steps.js';

jest.setTimeout(90_000);

const here = world();
const { api } = here;

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

describe('a referral while the line is away', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it('is not sent before its sender has seen what will be seen, and the page that follows opens with the line', async () => {
    const [caseId] = (await openedCases(here)).caseIds;
    const { page } = await office.signIn('uptd.manajer', 'telephone');
    // Pages are not fetched ahead, so that the page of a handoff is not there yet when the line goes.
    await page.addInitScript(() => {
      const later = window.setTimeout;
      window.setTimeout = ((act: TimerHandler, ms?: number) => (ms === 5_000 ? 0 : later(act, ms))) as never;
    });
    const dead = (route: Route) => route.abort('internetdisconnected');
    await page.goto(`${office.url}/k/${caseId!}`);
    await page.route('**/handoff-previews', dead);
    await writeReferral(page, /Rumah aman Enggang/);
    const seen = panel(page, 'Ini yang akan mereka lihat');
    await seen.getByRole('alert').waitFor();
    const send = page.getByRole('button', { name: 'Kirim rujukan' });
    expect(await send.isDisabled()).toBe(true);

    await page.unroute('**/handoff-previews');
    await seen.getByRole('button', { name: 'Coba lagi' }).click();
    await seeBothSides(page);
    await page.route('**/assets/*.js', dead);
    await send.click();
    const again = page.getByRole('button', { name: 'Coba lagi' });
    await again.waitFor();
    await page.unroute('**/assets/*.js');
    await again.click();
    await onPage(page, / R-/);
  });
});
