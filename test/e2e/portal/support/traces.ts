import type { Page } from 'playwright-core';
import type { Desk } from './desk.js';

/** Header, claims, signature. A page's cursor has two parts, and may be there. */
const token = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/;

/** Everything that the browser keeps of a page's origin, as text: storages and cookies that its scripts can read. */
async function keptBy(page: Page): Promise<string> {
  const { origin } = new URL(page.url());
  const state = await page.context().storageState({ indexedDB: true });
  const session = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)) + document.cookie);
  const caches = await page.evaluate(async () => JSON.stringify(await window.caches.keys()));
  return JSON.stringify(state.origins.filter((one) => one.origin === origin)) + session + caches;
}

/** Which of the words, and whether a token, the browser would give to somebody who opens it after us. */
export async function secretsIn(page: Page, words: readonly string[]): Promise<string[]> {
  const kept = await keptBy(page);
  return [...words.filter((word) => kept.includes(word)), ...(token.test(kept) ? ['a token'] : [])];
}

/** Whether any text in the page's memory, reachable by script or not, is a token. */
export async function hasTokenInMemory({ context, page }: Desk): Promise<boolean> {
  const session = await context.newCDPSession(page);
  let heap = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void (heap += chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return token.test(heap);
}
