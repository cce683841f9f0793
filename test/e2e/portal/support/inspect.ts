import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { sizes, type Size } from './desk.js';
import { settled } from './settled.js';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const smallestTarget = 44;

/** What is wrong with the page as it stands, by WCAG 2.0 to 2.2, A and AA: one line for each mistake. */
async function axe(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) });
  const { violations } = await builder
    .options({ resultTypes: ['violations'] })
    .withTags(standard)
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary ?? ''}`),
  );
}

/** Buttons, and links that look like buttons or stand in the menu, that a thumb would miss. */
const smallTargets = (page: Page): Promise<string[]> =>
  page
    .locator(
      'button:visible, nav a:visible, header a:visible, main a[class*="button"]:visible, summary:visible',
    )
    .evaluateAll(
      (elements, smallest) =>
        elements
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width < smallest || box.height < smallest)
          .map(({ element, box }) => `${element.textContent} is ${box.width} x ${box.height}`),
      smallestTarget,
    );

const isWiderThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** Looks at the page as people with a telephone, a desk, a screen reader or a shaking hand meet it. */
export async function inspect(page: Page): Promise<void> {
  const before = page.viewportSize() ?? sizes.desk;
  const mistakes: string[] = [];
  await settled(page);
  for (const size of Object.keys(sizes) as Size[]) {
    await page.setViewportSize(sizes[size]);
    const found = await axe(page);
    if (await isWiderThanScreen(page)) found.push('scrolls sideways');
    if (size === 'telephone') found.push(...(await smallTargets(page)));
    mistakes.push(...found.map((mistake) => `${new URL(page.url()).pathname} (${size}): ${mistake}`));
  }
  await page.setViewportSize(before);
  expect(mistakes).toEqual([]);
}
