import type { Page } from 'playwright-core';
import { settled } from './settled.js';

/** Asks the trail about one case. */
export async function askAboutCase(page: Page, caseId: string, outcome: string): Promise<void> {
  await page.getByLabel('Kode kasus').fill(caseId);
  await page.getByLabel('Hasil').selectOption({ label: outcome });
  const answered = page.waitForResponse(
    (response) => response.url().includes('/entries') && response.url().includes(caseId),
  );
  await page.getByRole('button', { name: 'Terapkan saringan' }).click();
  await (await answered).finished();
}

/** Every sentence of the answer, with the pages that follow. */
export async function sentences(page: Page): Promise<string[]> {
  const list = page.getByRole('list', { name: 'Catatan' });
  await list.getByRole('listitem').first().waitFor();
  const more = page.getByRole('button', { name: 'Tampilkan lebih banyak' });
  while (await more.isVisible()) {
    const answered = page.waitForResponse(/\/entries\?.*cursor=/);
    await more.click();
    await (await answered).finished();
    await settled(page);
  }
  return list.locator('li > p').allTextContents();
}
