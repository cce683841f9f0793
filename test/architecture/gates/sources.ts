import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './program.js';

const skipped = /(^|\/)(node_modules|dist|\.run|\.nx|\.git|coverage|fixtures\/(lint|dependencies))(\/|$)/;

/** Paths below a folder of the repository, relative to the root, that match; built and installed files left out. */
export function filesIn(folder: string, matching: RegExp): string[] {
  const names = readdirSync(join(root, folder), { withFileTypes: true });
  return names.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (skipped.test(path) || entry.isSymbolicLink()) return [];
    if (entry.isDirectory()) return filesIn(path, matching);
    return matching.test(path) ? [path] : [];
  });
}

export const foldersIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).filter(
    (name) => !name.startsWith('.') && statSync(join(root, folder, name)).isDirectory(),
  );

export const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every distinct first group of a pattern (with the flag `g`) in some files, in alphabetical order. */
export const namesIn = (paths: readonly string[], pattern: RegExp): string[] =>
  [...new Set(paths.flatMap((path) => [...text(path).matchAll(pattern)].map(([, name]) => name!)))].sort();

/** Folders of a service that do something: all but domain and storage that hold files of their own, under a noun or not. */
export const slicesOf = (app: string): string[] =>
  [
    ...new Set(
      filesIn(`apps/${app}/src`, /\/src\/(?!domain\/|storage\/).+\/[^/]+\.ts$/).map((path) => dirname(path)),
    ),
  ].filter((folder) => !folder.endsWith('/fixtures'));

/** The services: apps that declare permissions on their routes. The portal has sessions, a witness signed heads instead. */
export const services = foldersIn('apps').filter((app) => app !== 'portal' && app !== 'witness');
