import { readFileSync } from 'node:fs';

/** Every module that a file of this folder imports, with what these import in turn. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  for (const [, name = ''] of text.matchAll(/from '([^']+)'/g)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('.')) importsOf(name.replace(/\.js$/, '.ts'), seen);
  }
  return seen;
}

describe('what a browser loads', () => {
  it('is nothing of Node, and of others only the cryptography', () => {
    const packages = [...importsOf('./browser.ts')].filter((name) => !name.startsWith('.'));
    expect(packages.sort()).toEqual(['@noble/curves/ed25519.js', '@noble/hashes/sha2.js', '@rujukan/kernel']);
  });
});
