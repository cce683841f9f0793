// @ts-check
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this launcher belongs to. */
export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where Kafka and Keycloak are kept between checkouts: `$XDG_CACHE_HOME/rujukan`, else `~/.cache/rujukan`. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rujukan');

/**
 * The folders and files of one stack.
 * @param {string} root absolute, or relative to the checkout
 */
export function layoutOf(root) {
  const folder = resolve(repository, root);
  const at = (/** @type {string} */ name) => join(folder, name);
  return {
    root: folder,
    logs: at('logs'),
    postgres: at('postgres'),
    kafka: at('kafka'),
    keycloak: at('keycloak'),
    keys: at('keys'),
    state: at('state'),
    secrets: at('secrets.json'),
    pids: at('pids.json'),
    stack: at('stack.json'),
    backing: at('backing.json'),
    demo: at('demo.json'),
    clock: at('clock.json'),
  };
}

/** @typedef {ReturnType<typeof layoutOf>} Layout */
