import {
  bundlesOf,
  equalBytes,
  hashBytes,
  tileWidth,
  toBase64,
  type LogCrypto,
  type Policy,
} from '@rujukan/tlog';
import { BundleScan } from './bundle-scan.js';
import type { ExportFolder } from './export-folder.js';
import { Findings, type Report } from './findings.js';
import { readHead, type Head } from './heads.js';
import { RecordVersions } from './record-versions.js';
import { SourceNumbers } from './source-numbers.js';
import { TreeCheck } from './tree-check.js';

export interface FsckOptions {
  readonly crypto: LogCrypto;
  readonly policy: Policy;
  readonly folder: ExportFolder;
  /** A signed head that one kept from before, and from elsewhere. */
  readonly known?: { readonly where: string; readonly note: string };
  /** A hole this young, in milliseconds, may still be filled: what fills it is on its way. */
  readonly grace: number;
  readonly progress: (done: number, all: number) => void;
}

/**
 * Checks a whole export: signatures and quorum, every entry's bytes, every tile, the root, earlier heads, the numbers
 * of every source and the versions of every record.
 */
export function fsck(options: FsckOptions): Report {
  const findings = new Findings();
  const note = options.folder.checkpoint();
  if (note === null) {
    findings.add({ kind: 'file-missing', where: 'checkpoint' });
    return { findings: findings.list(), facts: {} };
  }
  const head = readHead(options, { where: 'checkpoint', note }, findings);
  if (!head) return { findings: findings.list(), facts: {} };
  return checkLog(options, head, findings);
}

function checkLog(options: FsckOptions, head: Head, findings: Findings): Report {
  const { folder, crypto, grace } = options;
  const { size, root } = head.checkpoint;
  const earlier = earlierHeads(options, head, findings);
  const [sources, versions] = [new SourceNumbers(), new RecordVersions()];
  const scan = new BundleScan(crypto.sha256, folder, findings, { sources, versions });
  const tree = new TreeCheck(crypto.sha256, folder, findings);
  const rests = readAll(options, { size, earlier, scan, tree });
  const isSigned = tree.finish(size, root);
  const others = earlier.filter((each) => !isRootOf(tree, each, rests));
  if (!isSigned)
    findings.add({ kind: 'root-differs', where: head.where, ...rangeOf({ head, earlier, others }) });
  else
    for (const { where, checkpoint } of others)
      findings.add({ kind: 'fork', where, details: { size: checkpoint.size.toString() } });
  const pending = noteHoles({ sources, versions }, { now: scan.latest, grace }, findings);
  return {
    findings: findings.list(),
    facts: {
      ...factsOf(head),
      sources: sources.summary(),
      aggregates: versions.numbered,
      ...(pending.length === 0 ? {} : { pending }),
    },
  };
}

/** @returns for each earlier head, the leaf hashes of the bundle in which it ended. */
function readAll(
  { folder, progress }: FsckOptions,
  log: {
    readonly size: bigint;
    readonly earlier: readonly Head[];
    readonly scan: BundleScan;
    readonly tree: TreeCheck;
  },
): Map<Head, Uint8Array> {
  const rests = new Map<Head, Uint8Array>();
  const endingIn = new Map<bigint, Head[]>();
  for (const head of log.earlier) {
    const bundle = head.checkpoint.size / BigInt(tileWidth);
    endingIn.set(bundle, [...(endingIn.get(bundle) ?? []), head]);
  }
  for (const ref of bundlesOf(log.size)) {
    const leaves = log.scan.leaves(ref);
    log.tree.addLeaves(ref, leaves);
    const hashes = leaves ?? folder.tile({ ...ref, level: 0 }) ?? new Uint8Array(0);
    for (const head of endingIn.get(ref.index) ?? [])
      rests.set(head, hashes.slice(0, Number(head.checkpoint.size % BigInt(tileWidth)) * hashBytes));
    progress(Number(ref.index) * tileWidth + ref.width, Number(log.size));
  }
  return rests;
}

/** Heads before the newest: those in the folder, and the one that the caller kept. */
function earlierHeads(options: FsckOptions, { checkpoint }: Head, findings: Findings): Head[] {
  const kept = options.known ? [options.known] : [];
  const notes = [...options.folder.earlierCheckpoints(), ...kept];
  const heads = notes.map((note) => readHead(options, note, findings)).filter((head) => head !== null);
  return heads.filter((head) => {
    const { origin, size } = head.checkpoint;
    if (origin !== checkpoint.origin) {
      findings.add({ kind: 'origin-unknown', where: head.where, details: { origin } });
      return false;
    }
    if (size <= checkpoint.size) return true;
    const details = { known: size.toString(), size: checkpoint.size.toString() };
    findings.add({ kind: 'rolled-back', where: head.where, details });
    return false;
  });
}

const isRootOf = (tree: TreeCheck, head: Head, rests: ReadonlyMap<Head, Uint8Array>): boolean => {
  const { size, root } = head.checkpoint;
  return equalBytes(tree.rootAt(size, rests.get(head) ?? new Uint8Array(0)), root);
};

/** Between which entries something was changed, as far as earlier heads tell. */
function rangeOf({
  head,
  earlier,
  others,
}: {
  readonly head: Head;
  readonly earlier: readonly Head[];
  readonly others: readonly Head[];
}): { details: Record<string, string> } {
  const sizesOf = (heads: readonly Head[]) => heads.map(({ checkpoint }) => checkpoint.size);
  const first = sizesOf([...others, head]).reduce((least, size) => (size < least ? size : least));
  const sound = sizesOf(earlier.filter((each) => !others.includes(each))).filter((size) => size < first);
  const last = sound.reduce((most, size) => (size > most ? size : most), 0n);
  return { details: { firstEntry: last.toString(), lastEntry: (first - 1n).toString() } };
}

/** Notes what is missing. @returns numbers that are missing and may still come. */
function noteHoles(
  { sources, versions }: { readonly sources: SourceNumbers; readonly versions: RecordVersions },
  { now, grace }: { readonly now: number; readonly grace: number },
  findings: Findings,
): string[] {
  const pending: string[] = [];
  for (const { source, gap, isOld } of sources.gaps(now, grace)) {
    const { from, to } = gap;
    if (isOld) findings.add({ kind: 'source-missing', where: `source ${source}`, details: { from, to } });
    else pending.push(`${source} ${from}-${to}`);
  }
  for (const { record, from, to } of versions.missing())
    findings.add({ kind: 'version-missing', where: record, details: { from, to } });
  return pending;
}

export const factsOf = ({ checkpoint, logKey, witnesses }: Head): Report['facts'] => ({
  origin: checkpoint.origin,
  size: checkpoint.size.toString(),
  root: toBase64(checkpoint.root),
  log: logKey,
  witnesses,
});
