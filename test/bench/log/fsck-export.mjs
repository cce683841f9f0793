// @ts-check
// B12: the whole log as files (docs/audit-export.md), and how long a reader's own verifier takes for all of it, without the database.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlesOf, encodeBundle, tilePath, tilesOf } from '@rujukan/tlog';
import { readBodies, tilesIn } from '../../../apps/audit/dist/storage/tree.store.js';
import { layout } from './log-server.mjs';

const verifier = fileURLToPath(new URL('../../../libs/audit-verify/dist/audit-verify.mjs', import.meta.url));
const folder = join(layout.root, 'export');
/** Bundles, or tiles, that are read at a time. */
const step = 64;

/** @param {import('./log-server.mjs').LoadedLog} log @param {import('./signed-log.mjs').SignedLog} signed @returns {Promise<import('../measures.mjs').Row[]>} */
export async function fsckExport(log, signed) {
  const size = await writeExport(log, await signed.settled());
  try {
    const began = performance.now();
    const { code, report } = await verify(signed.policyFile);
    const seconds = (performance.now() - began) / 1_000;
    if (code !== 0 || report.facts.size !== String(size))
      throw new Error(`the export is not sound: ${JSON.stringify(report).slice(0, 2_000)}`);
    return [{ name: `B12 fsck of ${size} entries on one core`, value: seconds, unit: 's', aim: '<= 120' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('./log-server.mjs').LoadedLog} log @param {string} head */
async function writeExport(log, head) {
  const size = BigInt(head.split('\n')[1] ?? '');
  rmSync(folder, { recursive: true, force: true });
  for (const refs of inSteps([...tilesOf(size)])) {
    const tiles = await tilesIn(log.owner).readTiles(refs);
    refs.forEach((ref, at) =>
      write(tilePath(ref), /** @type {Buffer} */ (tiles[at]).subarray(0, ref.width * 32)),
    );
  }
  for (const refs of inSteps([...bundlesOf(size)])) {
    const [first, last] = [refs[0], refs.at(-1)];
    if (!first || !last) break;
    const from = first.index * 256n;
    const bodies = await readBodies(log.owner, from, Number(last.index * 256n - from) + last.width);
    refs.forEach((ref) => {
      const at = Number(ref.index * 256n - from);
      write(tilePath(ref), encodeBundle(bodies.slice(at, at + ref.width)));
    });
  }
  write('checkpoint', head);
  return size;
}

/** @template T @param {readonly T[]} all */
const inSteps = (all) =>
  Array.from({ length: Math.ceil(all.length / step) }, (_, at) => all.slice(at * step, (at + 1) * step));

/** @param {string} path @param {string | Uint8Array} content */
function write(path, content) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** @param {string} policyFile @returns {Promise<{ code: number | null, report: any }>} */
function verify(policyFile) {
  const call = [process.execPath, verifier, 'fsck', '--json', '--policy', policyFile, folder];
  const onOneCore = existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', '0', ...call] : call;
  const running = spawn(onOneCore[0] ?? '', onOneCore.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  running.stdout.setEncoding('utf8').on('data', (part) => (text += part));
  return new Promise((resolve) =>
    running.once('close', (code) => resolve({ code, report: JSON.parse(text) })),
  );
}
