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
import { DisclosurePairs } from './disclosure-pairs.js';
import type { ExportFolder } from './export-folder.js';
import { Findings, type Report } from './findings.js';
import { readHead, type Head } from './heads.js';
import { RecordVersions } from './record-versions.js';
import { SourceNumbers } from './source-numbers.js';
import { TreeCheck } from './tree-check.js';

/** Most disclosures without their other half that a report lists. */
const listedPairs = 100;

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
  const disclosures = new DisclosurePairs();
  const scan = new BundleScan(crypto.sha256, folder, findings, { sources, versions, disclosures });
  const tree = new TreeCheck(crypto.sha256, folder, findings);
  const rests = readAll(options, { size, earlier, scan, tree });
  const verdict = tree.finish(size, root);
  const others = earlier.filter((each) => isOfAnotherTree(tree, each, rests));
  if (!head.isSigned)
    // Whoever made the newest head is not the log: it says nothing of the entries, and only an earlier head does.
    for (const { where } of verdict === 'unknown' ? [] : others.slice(0, 1))
      findings.add({ kind: 'root-differs', where, ...rangeOf({ head, earlier, others }) });
  else if (verdict === 'differs')
    findings.add({ kind: 'root-differs', where: head.where, ...rangeOf({ head, earlier, others }) });
  else if (verdict === 'signed')
    for (const { where, checkpoint } of others)
      findings.add({ kind: 'fork', where, details: { size: checkpoint.size.toString() } });
  const { pending, unread } = noteHoles({ scan, sources, versions }, grace, findings);
  const unpaired = disclosures.unpaired(scan.latest, grace).slice(0, listedPairs);
  return {
    findings: findings.list(),
    facts: {
      ...factsOf(head),
      sources: sources.summary(),
      aggregates: versions.numbered,
      ...(pending.length === 0 ? {} : { pending }),
      ...(unread.length === 0 ? {} : { unread }),
      ...(unpaired.length === 0 ? {} : { unpaired: unpaired.map(({ id, missing }) => `${id} ${missing}`) }),
    },
  };
}

/** @returns for each earlier head, the leaf hashes of the bundle in which it ended, if they could be had. */
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
    const hashes = leaves ?? folder.tile({ ...ref, level: 0 });
    for (const head of endingIn.get(ref.index) ?? [])
      if (hashes)
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
    if (!head.isSigned) return false;
    if (origin !== checkpoint.origin) {
      findings.add({ kind: 'other-log', where: head.where, details: { origin } });
      return false;
    }
    if (size <= checkpoint.size) return true;
    const details = { known: size.toString(), size: checkpoint.size.toString() };
    findings.add({ kind: 'rolled-back', where: head.where, details });
    return false;
  });
}

const isOfAnotherTree = (tree: TreeCheck, head: Head, rests: ReadonlyMap<Head, Uint8Array>): boolean => {
  const { size, root } = head.checkpoint;
  const rest = size % BigInt(tileWidth) === 0n ? new Uint8Array(0) : rests.get(head);
  const told = rest && tree.rootAt(size, rest);
  return told !== undefined && told !== null && !equalBytes(told, root);
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

interface Holes {
  /** Missing, and they may still come. */
  readonly pending: string[];
  /** Missing, and they may stand in a file that could not be read. */
  readonly unread: string[];
}

function noteHoles(
  log: { readonly scan: BundleScan; readonly sources: SourceNumbers; readonly versions: RecordVersions },
  grace: number,
  findings: Findings,
): Holes {
  const pending: string[] = [];
  const unread: string[] = [];
  const note = (kind: 'source-missing' | 'version-missing', name: string, hole: Hole) => {
    const { from, to } = hole;
    const where = kind === 'source-missing' ? `source ${name}` : name;
    if (!hole.isOld) pending.push(`${name} ${from}-${to}`);
    // Versions are as many as there are records; the numbers of the sources say enough.
    else if (!log.scan.isWhole) unread.push(...(kind === 'source-missing' ? [`${name} ${from}-${to}`] : []));
    else findings.add({ kind, where, details: { from, to } });
  };
  const now = log.scan.latest;
  for (const { source, gap, isOld } of log.sources.gaps(now, grace))
    note('source-missing', source, { ...gap, isOld });
  for (const { record, ...hole } of log.versions.missing(now, grace)) note('version-missing', record, hole);
  return { pending: pending, unread: unread };
}

interface Hole {
  readonly from: number;
  readonly to: number;
  readonly isOld: boolean;
}

export const factsOf = ({ checkpoint, logKey, witnesses }: Head): Report['facts'] => ({
  origin: checkpoint.origin,
  size: checkpoint.size.toString(),
  root: toBase64(checkpoint.root),
  log: logKey,
  witnesses,
});
