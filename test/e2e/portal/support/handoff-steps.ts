import type { Locator, Page } from 'playwright-core';

/** The page's heading is there: the next act belongs to this page. */
export const onPage = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

export const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Goes to a page by the menu, which a telephone shows only when it is asked for. */
export async function goTo(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Menu utama' });
  const button = menu.getByRole('button', { name: 'Menu' });
  if (await button.isVisible()) await button.click();
  // How much waits may stand beside the name.
  await menu.getByRole('link', { name: new RegExp(`^${name}( \\d+ menunggu)?$`) }).click();
}

/** Says why data may travel, what for, and how soon. */
async function fillBasis(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Kepentingan vital/ }).check();
  await page.getByLabel('Tujuan rujukan').fill('Tempat aman malam ini.');
  await page.getByRole('radio', { name: /^Segera/ }).check();
  await next(page);
}

export const next = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Lanjut', exact: true }).click();

/** From the case page: a referral to a shelter, up to the last step. */
export async function writeReferral(page: Page, service: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Rujuk ke instansi lain' }).click();
  await page.getByLabel('Layanan yang dibutuhkan anak').selectOption({ label: 'Penampungan sementara' });
  await page.getByRole('radio', { name: service }).check();
  await next(page);
  await fillBasis(page);
}

/** The last step, with what the service says that the receiver will see. */
export async function seeBothSides(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Langkah 3 dari 3: Periksa dan kirim' }).waitFor();
  for (const name of ['Sebelum menerima', 'Sesudah menerima']) await panel(page, name).waitFor();
}

/** From the case page: a transfer of the whole case, up to the last look. */
export async function writeTransfer(page: Page, agency: string): Promise<void> {
  await page.getByRole('link', { name: 'Limpahkan kasus' }).click();
  await page.getByLabel('Instansi penerima').selectOption({ label: agency });
  await next(page);
  await fillBasis(page);
}

/** Sends it and gives its number. */
export async function send(page: Page, button: 'Kirim rujukan' | 'Kirim pelimpahan'): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const heading = page.getByRole('heading', { level: 1, name: / R-/ });
  const number = /R-[0-9A-Z]{8}-[0-9A-Z]/.exec((await heading.textContent()) ?? '')?.[0];
  if (!number) throw new Error('the handoff has no number');
  return number;
}

/** The entry of the menu that is marked as the place where this page belongs. */
export const markedInMenu = (page: Page): Promise<string[]> =>
  page.getByRole('navigation', { name: 'Menu utama' }).locator('a[aria-current]').allTextContents();

/** The steps of a handoff, in order, without their signs. */
export const stepsOf = async (page: Page): Promise<string[]> =>
  (await page.getByRole('list', { name: 'Perjalanan rujukan' }).getByRole('listitem').allInnerTexts()).map(
    (text) => text.split('\n').at(-1) ?? '',
  );

/** The names of facts, line by line as they stand on the screen. */
export const linesOf = (facts: Locator): Promise<string[][]> =>
  facts.locator('dt').evaluateAll((names) => {
    const lines = new Map<number, string[]>();
    for (const name of names) {
      const { top } = name.getBoundingClientRect();
      lines.set(top, [...(lines.get(top) ?? []), name.textContent]);
    }
    return [...lines.values()];
  });

export async function openFromInbox(page: Page, number: string): Promise<void> {
  await goTo(page, 'Kotak masuk');
  await page.getByRole('link', { name: number }).click();
  await onPage(page, number);
}

export async function acceptHandoff(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Terima (rujukan|pelimpahan kasus)$/ }).click();
  await page.getByRole('button', { name: 'Ya, terima' }).click();
  await page.getByRole('link', { name: /^Buka kasus K-/ }).waitFor();
}

/** Opens the child's file for the purpose that stands there. */
export async function openFile(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Tampilkan nama dan isi berkas' }).click();
  await page.getByRole('button', { name: 'Sembunyikan sekarang' }).waitFor();
  return panel(page, 'Berkas anak');
}
