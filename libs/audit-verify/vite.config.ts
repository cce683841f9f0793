import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const folder = new URL('.', import.meta.url).pathname;
const outDir = join(folder, 'dist');

/** Makes of the one file a package that can be installed by itself. */
const installable = (): Plugin => ({
  name: 'installable',
  apply: 'build',
  closeBundle() {
    const manifest = {
      name: 'audit-verify',
      version: '0.1.0',
      description: 'Checks an audit log of Rujukan offline: proofs, heads, whole exports.',
      license: 'Apache-2.0',
      type: 'module',
      bin: { 'audit-verify': 'audit-verify.mjs' },
      files: ['audit-verify.mjs', 'README.md'],
      engines: { node: '^20.19.0 || ^22.12.0 || >=24' },
    };
    writeFileSync(join(outDir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    copyFileSync(join(folder, 'README.md'), join(outDir, 'README.md'));
    chmodSync(join(outDir, 'audit-verify.mjs'), 0o755);
  },
});

export default defineConfig({
  root: folder,
  plugins: [installable()],
  // Everything of ours and of others goes into the one file; only Node itself stays outside.
  ssr: { noExternal: true },
  build: {
    ssr: 'src/audit-verify.main.ts',
    outDir,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      output: { entryFileNames: 'audit-verify.mjs', banner: '#!/usr/bin/env node' },
    },
  },
});
