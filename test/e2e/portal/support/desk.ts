import type { Browser, BrowserContext, Page } from 'playwright-core';
import { stack } from '@rujukan/testing';
import { openBrowser } from './browser.js';
import { Watch } from './watch.js';

/** A person at a screen: a browser context of their own, signed in through the real door. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
}

export const sizes = { desk: { width: 1280, height: 800 }, telephone: { width: 360, height: 740 } } as const;

export type Size = keyof typeof sizes;

const patienceMs = 20_000;

/** One browser for the desks of one test file. */
export class Office {
  readonly url = stack().portal.url;
  private readonly desks: Desk[] = [];

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<Office> {
    return new Office(await openBrowser());
  }

  /** An empty desk: nobody is signed in. */
  async desk(size: Size = 'desk'): Promise<Desk> {
    const context = await this.browser.newContext({
      viewport: sizes[size],
      locale: 'id-ID',
      timezoneId: 'Asia/Pontianak',
      deviceScaleFactor: process.env['PICTURES'] === '1' ? 2 : 1,
    });
    context.setDefaultTimeout(patienceMs);
    const watch = new Watch(context, this.url);
    const desk = { page: await context.newPage(), context, watch };
    this.desks.push(desk);
    return desk;
  }

  async signIn(login: string, size: Size = 'desk'): Promise<Desk> {
    const desk = await this.desk(size);
    await desk.page.goto(this.url);
    await desk.page.getByRole('link', { name: 'Masuk' }).click();
    await enterPassword(desk.page, login);
    await desk.page.getByRole('heading', { level: 1, name: /^Selamat bekerja, / }).waitFor();
    return desk;
  }

  /** Whatever went wrong at any desk and was not expected. */
  get problems(): readonly string[] {
    return this.desks.flatMap(({ watch }) => watch.problems);
  }

  get urls(): readonly string[] {
    return this.desks.flatMap(({ watch }) => [...watch.urls]);
  }

  get titles(): readonly string[] {
    return this.desks.flatMap(({ watch }) => [...watch.titles]);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** The sign-in page of Keycloak. */
export async function enterPassword(page: Page, login: string): Promise<void> {
  await page.locator('#username').fill(login);
  await enterPasswordAgain(page, login);
}

/** The same page for a person whom it knows already. */
export async function enterPasswordAgain(page: Page, login: string): Promise<void> {
  const user = stack().users.find((one) => one.login === login);
  if (!user) throw new Error(`the stack has no user ${login}`);
  await page.locator('#password').fill(user.password);
  await page.locator('#password').press('Enter');
}
