import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { sizes } from './desk.js';

const folder = fileURLToPath(new URL('../../../../docs/pictures/', import.meta.url));

/** Takes a picture for the documentation when the environment asks for it with PICTURES=1. */
export async function picture(page: Page, name: `${string}-${1280 | 360}`): Promise<void> {
  if (process.env['PICTURES'] !== '1') return;
  const before = page.viewportSize() ?? sizes.desk;
  await page.setViewportSize(name.endsWith('-360') ? sizes.telephone : sizes.desk);
  await page.evaluate(() => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
  await page.setViewportSize(before);
}
