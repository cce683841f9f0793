import type { Page } from 'playwright-core';
import { eventually } from '@rujukan/testing';
import { shelteredCase } from '../support/path.js';
import { world } from '../support/world.js';
import { Office, type Desk } from './support/desk.js';
import { goTo, onPage, panel } from './support/handoff-steps.js';
import { inspect } from './support/inspect.js';

jest.setTimeout(120_000);

const here = world();
const sentence = /^\p{Lu}|^\d/u;
/** What a program says when it has no words. */
const noWords = /undefined|null|NaN|\[object|\{|\$/;

/** Fills in what the form of a question asks for, and nothing that it does not. */
async function ask(page: Page, caseId: string): Promise<void> {
  const criteria = panel(page, 'Tentang apa');
  const code = criteria.getByLabel('Kode kasus');
  if (await code.isVisible()) await code.fill(caseId);
  await criteria.getByRole('button', { name: 'Tanyakan' }).click();
}

const findings = (page: Page): Promise<string[]> =>
  page.getByRole('list', { name: 'Temuan' }).locator('li > p:visible').allInnerTexts();

describe('what an auditor asks the trail', () => {
  let office: Office;
  let desk: Desk;
  let caseId: string;

  beforeAll(async () => {
    office = await Office.open();
    caseId = (await shelteredCase(here)).caseId;
    desk = await office.signIn('insp.auditor');
    const auditor = here.api.as('insp.auditor');
    await eventually('the acceptance in the log', async () => {
      const { items } = await auditor.get('audit', `/v1/entries?case=${caseId}&type=handoff.accept`);
      return items.length > 0;
    });
  });
  afterAll(() => office.close());
  afterEach(() => expect(office.problems).toEqual([]));

  it('is answered in words, each of the eight questions, and says on which entries the answer rests', async () => {
    const { page } = desk;
    await goTo(page, 'Tanya jejak');
    await onPage(page, 'Tanya jejak audit');
    const questions = panel(page, 'Seluruh jejak').getByRole('link');
    await questions.first().waitFor();
    await inspect(page);
    const asked = await questions.allInnerTexts();
    expect(asked).toHaveLength(8);
    for (const question of asked) {
      await page.getByRole('link', { name: question, exact: true }).click();
      await onPage(page, question);
      await ask(page, caseId);
      const answer = panel(page, 'Jawaban').getByRole('status');
      await answer.waitFor();
      for (const words of [await answer.innerText(), ...(await findings(page))]) {
        expect(words).toMatch(sentence);
        expect(words).toMatch(/\.$/);
        expect(words).not.toMatch(noWords);
      }
      await page.getByRole('link', { name: 'Semua pertanyaan' }).click();
      await onPage(page, 'Tanya jejak audit');
    }
  });

  it('asks back for the code of a case where one is needed, and takes no other for one', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: /^Siapa yang membuka bagian tertutup/ }).click();
    const criteria = panel(page, 'Tentang apa');
    await ask(page, '');
    await criteria.getByText('Pertanyaan ini tentang satu kasus. Isi kodenya.').waitFor();
    await ask(page, 'K-1A2B3C4D-E');
    await criteria.getByText(/^Kode kasus terdiri atas 36 huruf dan angka/).waitFor();
    await inspect(page);
    await ask(page, caseId);
    await panel(page, 'Jawaban').waitFor();
    await inspect(page);
  });

  it('leads from a finding to the entry that it rests on, and from there to all that is known of the case', async () => {
    const { page } = desk;
    await page
      .getByText(/^Dasar: \d+ catatan$/)
      .first()
      .click();
    await page
      .getByRole('link', { name: /^Catatan \d+$/ })
      .first()
      .click();
    await onPage(page, /^Catatan \d+$/);
    const words = await page.locator('main ol > li > p').first().innerText();
    expect(words).toMatch(sentence);
    await page.getByText('Rincian', { exact: true }).click();
    await inspect(page);
    await page.getByRole('button', { name: /kasus ini/ }).click();
    await onPage(page, 'Jejak audit');
    await page.getByRole('list', { name: 'Catatan' }).getByRole('listitem').first().waitFor();
  });

  it('tells the story of a case in sentences, and which agency got which part of it; both stand on paper as well', async () => {
    const { page } = desk;
    await page.goto(`${office.url}/tanya`);
    await page.getByRole('link', { name: 'Apa yang terjadi pada satu kasus, dalam kalimat' }).click();
    await ask(page, caseId);
    await page.getByRole('list', { name: 'Temuan' }).waitFor();
    const story = (await findings(page)).join('\n');
    expect(story).toMatch(/menerima rujukan/);
    expect(story).toMatch(/\d{1,2} \p{L}+ \d{4} \d{2}\.\d{2} WIB/u);
    expect(story).not.toMatch(noWords);
    await inspect(page);

    await page.goto(`${office.url}/tanya`);
    await page.getByRole('link', { name: 'Instansi mana menerima data apa dari satu kasus?' }).click();
    await ask(page, caseId);
    await page.getByText(/memperoleh dari UPTD PPA .* dasar: kepentingan vital/).waitFor();
    await inspect(page);

    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 688, height: 1_000 });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page
      .getByText(/^Dasar: catatan nomor \d+/)
      .first()
      .waitFor();
    const paper = await page.locator('main').innerText();
    expect(paper).toContain(caseId);
    expect(paper).toContain('Lazuardi Percontohan, Inspektorat Kota Pontianak (Demo)');
    expect(paper).toContain('Cetakan ini untuk dibaca.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await page.emulateMedia({ media: null });
  });
});
