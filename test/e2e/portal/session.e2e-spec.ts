import { randomUUID } from 'node:crypto';
import { openedCases } from '../support/path.js';
import { aReport } from '../support/report.js';
import { canaries, world } from '../support/world.js';
import { enterPassword, enterPasswordAgain, Office, type Desk } from './support/desk.js';
import { onPage, openFile, panel } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';
import { pressOn, tabTo } from './support/keyboard.js';
import { secretsIn } from './support/traces.js';

jest.setTimeout(90_000);

const here = world();
const child = aReport().children[0]!;

describe('the session of a person', () => {
  let office: Office;
  let desk: Desk;
  let caseId: string;

  beforeAll(async () => {
    office = await Office.open();
    caseId = (await openedCases(here)).caseIds[0]!;
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  it('begins at a door that says where one is, and leads to the page that was asked for', async () => {
    desk = await office.desk();
    const { page } = desk;
    await page.goto(`${office.url}/k/${caseId}`);
    await page.getByRole('heading', { level: 1, name: 'Ruang Kerja' }).waitFor();
    await inspect(page);
    await page.getByRole('link', { name: 'Masuk' }).click();
    await enterPassword(page, 'uptd.manajer');
    await onPage(page, /^Kasus K-/);
  });

  it('goes past the menu by the skip link', async () => {
    const { page } = desk;
    await page.reload();
    await onPage(page, /^Kasus K-/);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Langsung ke isi halaman' });
    await tabTo(page, skip);
    await page.keyboard.press('Enter');
    const isThere = await page.locator('main').evaluate((main) => main === document.activeElement);
    expect(isThere).toBe(true);
    await pressOn(page, page.getByRole('button', { name: 'Tampilkan nama dan isi berkas' }));
    await panel(page, 'Berkas anak').getByText(child.name).waitFor();
  });

  it('speaks English when asked to, on every page from then on', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: /^Case K-/ }).waitFor();
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await inspect(page);
    await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();
    await onPage(page, 'Kotak masuk');
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
  });

  it('hides the screen at three presses of Shift, refuses data meanwhile, and comes back with what was written', async () => {
    const { page, context, watch } = desk;
    await page.goto(`${office.url}/k/${caseId}`);
    await page.getByRole('link', { name: 'Susun rencana layanan' }).click();
    await page.getByRole('button', { name: 'Simpan rencana' }).waitFor();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
    await onPage(page, 'Layar terkunci');
    expect(await page.locator('body').innerText()).not.toContain(child.name);
    await inspect(page);
    expect(await page.evaluate(ask, '/api/intake/v1/cases')).toBe(403);
    watch.expectProblem(/^403 GET/);

    const opening = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Masuk lagi' }).click();
    const popup = await opening;
    await enterPasswordAgain(popup, 'uptd.manajer');
    await onPage(page, 'Susun rencana layanan');
    await popup.close();
  });

  it('leaves nothing behind when it ends: not by the back button, not in the browser, not with its cookie', async () => {
    const { page, context } = desk;
    await page.goto(`${office.url}/k/${caseId}`);
    await (await openFile(page)).getByText(child.name).waitFor();
    const second = await context.newPage();
    await second.goto(`${office.url}/k`);
    await onPage(second, 'Kasus');
    const [cookie] = await context.cookies(office.url);
    const answered = page.waitForResponse(/\/auth\/logout$/);
    await page.getByRole('button', { name: 'Keluar' }).click();
    const answer = await answered;
    expect(await answer.headerValue('clear-site-data')).toBe('"cache", "cookies", "storage"');
    await page.getByText('Anda sudah keluar').waitFor();
    await second.getByText('Anda sudah keluar').waitFor();
    await inspect(page);

    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Ruang Kerja' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(child.name);
    expect(await secretsIn(page, [child.name, ...canaries])).toEqual([]);
    expect(await context.cookies(office.url)).toEqual([]);

    const replayed = await fetch(`${office.url}/api/me`, {
      headers: { cookie: `${cookie!.name}=${cookie!.value}`, 'x-rujukan-portal': '1' },
    });
    expect(replayed.status).toBe(401);
    await page.getByRole('link', { name: 'Masuk' }).click();
    await page.locator('#password').waitFor();
  });
});

describe('the wall around the session', () => {
  let office: Office;
  let cookie: string;

  beforeAll(async () => {
    office = await Office.open();
    const { context } = await office.signIn('uptd.pengaduan');
    const [session] = await context.cookies(office.url);
    cookie = `${session!.name}=${session!.value}`;
  });
  afterAll(() => office.close());

  const call = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
    fetch(`${office.url}${path}`, { redirect: 'manual', ...init, headers: { cookie, ...headers } });

  const filed = async (): Promise<number> =>
    (await here.api.as('uptd.pengaduan').get('intake', '/v1/reports?box=filed&limit=100')).items.length;

  it('refuses a change that our own pages did not ask for, and changes nothing', async () => {
    const before = await filed();
    const ours = {
      'x-rujukan-portal': '1',
      origin: office.url,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const { 'x-rujukan-portal': _, ...withoutHeader } = ours;
    const forgeries: Record<string, string>[] = [
      withoutHeader,
      { ...ours, origin: 'https://elsewhere.example' },
      { ...ours, origin: 'null' },
      { ...ours, origin: `${office.url}.elsewhere.example` },
      { ...ours, 'sec-fetch-site': 'cross-site' },
      { ...ours, 'content-type': 'text/plain' },
    ];
    for (const headers of forgeries) {
      const answer = await call('/api/intake/v1/reports', headers, {
        method: 'POST',
        body: JSON.stringify(aReport({ recipientAgencyId: undefined })),
      });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'not-from-this-page' });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(await filed()).toBe(before);
  });

  it.each([
    ['GET', '/api/intake/v1/secrets', 404],
    ['GET', '/api/intake/v1/cases/../../openapi.json', 404],
    ['GET', '/api/intake/openapi.json', 404],
    ['GET', '/api/keycloak/v1/users', 404],
    ['DELETE', `/api/intake/v1/cases/${randomUUID()}`, 405],
    ['PUT', `/api/referral/v1/agencies/${randomUUID()}`, 404],
  ])('lets nothing through that is not on its list: %s %s', async (method, path, status) => {
    const answer = await call(path, { 'x-rujukan-portal': '1', origin: office.url }, { method });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('gives no script of another origin a way in', async () => {
    const { page } = await office.desk();
    const answer = await page.goto(office.url);
    const policy = (await answer!.headerValue('content-security-policy')) ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
  });
});

const ask = async (path: string): Promise<number> =>
  (await fetch(path, { headers: { 'x-rujukan-portal': '1' } })).status;
