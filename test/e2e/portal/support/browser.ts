import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const quiet = [
  '--lang=id-ID',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
];

/** The machine's own Chromium; without one, that of the npm package, which needs nothing installed. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROME_PATH'] ?? ['/usr/bin/chromium'].find((path) => existsSync(path));
  if (!own) bundled.setGraphicsMode = false;
  // Not the arguments that the package proposes: they switch off the very walls that are tested here.
  return chromium.launch({ executablePath: own ?? (await bundled.executablePath()), args: quiet });
}
