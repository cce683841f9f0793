import type { Page } from 'playwright-core';

/** Nothing on the page is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[aria-busy="true"], button[aria-disabled="true"]') === null,
  );
}
