// @ts-check
import { rmSync } from 'node:fs';
import { databaseFolder } from './unprivileged.mjs';

/**
 * Removes all that a stopped stack kept, also what had to lie elsewhere.
 * @param {import('./paths.mjs').Layout} layout
 */
export function discard(layout) {
  discardDatabase(layout);
  rmSync(layout.root, { recursive: true, force: true });
}

/** @param {import('./paths.mjs').Layout} layout */
export const discardDatabase = (layout) =>
  rmSync(databaseFolder(layout.postgres), { recursive: true, force: true });
