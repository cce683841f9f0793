import type { Locator, Page } from 'playwright-core';

const mostStops = 120;

/** Goes there as somebody without a mouse does, and requires that the eye can follow. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await element.evaluate((node) => node === document.activeElement)) return expectVisibleFocus(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${target.toString()}`);
}

async function expectVisibleFocus(target: Locator): Promise<void> {
  const outline = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return { style: outlineStyle, width: parseFloat(outlineWidth) };
  });
  expect(outline.style).not.toBe('none');
  expect(outline.width).toBeGreaterThanOrEqual(2);
}

/** Presses the thing: Enter for a button or a link. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Types into a field, or the first letters of an answer into a list of answers. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Ticks a box. */
export async function tick(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Space');
}

/** Chooses one of a radio group: Tab enters the group, the arrow goes down to the answer. */
export async function choose(page: Page, group: Locator, answer: string): Promise<void> {
  await tabTo(page, group.getByRole('radio').first());
  const wanted = group.getByRole('radio', { name: answer });
  await page.keyboard.press('Space');
  for (let steps = 0; steps < mostStops && !(await wanted.isChecked()); steps += 1)
    await page.keyboard.press('ArrowDown');
  expect(await wanted.isChecked()).toBe(true);
}
