// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Letters and digits only: it travels through URLs, property files and shells. @param {number} bytes */
const word = (bytes) => randomBytes(bytes).toString('hex');

/**
 * The secrets of one stack: made at first use, kept in a file that only its owner reads.
 * @param {string} file
 */
export function openSecrets(file) {
  /** @type {Record<string, string>} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  /** @param {string} name @param {() => string} make */
  const keep = (name, make) => {
    if (known[name] === undefined) {
      known[name] = make();
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`, { mode: 0o600 });
    }
    return known[name];
  };
  return {
    /** 24 random bytes as hex. @param {string} name */
    password: (name) => keep(name, () => word(24)),
    /** 32 random bytes as hex. @param {string} name */
    key: (name) => keep(name, () => word(32)),
    /** Something that a person can read aloud and type. @param {string} name */
    phrase: (name) => keep(name, () => `demo-${word(2)}-${word(2)}-${word(2)}`),
  };
}

/** @typedef {ReturnType<typeof openSecrets>} Secrets */
