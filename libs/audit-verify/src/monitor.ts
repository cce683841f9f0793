import {
  appendLeaves,
  bundlesOf,
  equalBytes,
  fromBase64,
  fromDecimal,
  frontierFromBytes,
  frontierToBytes,
  hashesOf,
  rootOfFrontier,
  tileWidth,
  toBase64,
  emptyFrontier,
  type Frontier,
  type LogCrypto,
  type Policy,
} from '@rujukan/tlog';
import { BundleScan } from './bundle-scan.js';
import { contradiction } from './consistency.js';
import type { ExportFolder } from './export-folder.js';
import { Findings, type Report } from './findings.js';
import { factsOf } from './fsck.js';
import { readHead, type Head } from './heads.js';
import { SourceNumbers, type SourceState } from './source-numbers.js';

/** What a monitor remembers between looks, as JSON. */
export interface MonitorState {
  /** The signed head that was found good last. */
  readonly note: string;
  readonly size: string;
  /** The tree's frontier at that size, base64. */
  readonly frontier: string;
  readonly sources: Readonly<Record<string, SourceState>>;
  /** When the head was seen to change, in milliseconds since 1970. */
  readonly changedAt: number;
  /** The latest time of recording. */
  readonly latest?: number;
}

export interface MonitorOptions {
  readonly crypto: LogCrypto;
  readonly policy: Policy;
  readonly folder: ExportFolder;
  /** How long, in milliseconds, the head may stay the same, and how old its newest cosignature may be. */
  readonly stall: number;
  /** How long, in milliseconds, a number of a source may be missing. */
  readonly grace: number;
}

export interface Look {
  readonly report: Report;
  /** What to remember; as before, when the head cannot be believed. */
  readonly state: MonitorState | null;
}

/** Looks once: is there a head, does it continue the last one, is the log alive, is anything missing? */
export async function look(options: MonitorOptions, state: MonitorState | null, now: number): Promise<Look> {
  const findings = new Findings();
  const note = options.folder.checkpoint();
  if (note === null) findings.add({ kind: 'file-missing', where: 'checkpoint' });
  const head = note === null ? null : readHead(options, { where: 'checkpoint', note }, findings);
  // A head that the log signed and too few witnesses saw is not remembered, but what it contradicts is worth knowing.
  const isBelieved = findings.isEmpty;
  if (!head || note === null || !findings.hasOnly('quorum-missing')) return seen(findings, {}, state);
  const next = await follow(options, { state, head, findings });
  if (!isBelieved) return seen(findings, factsOf(head), state);
  const changedAt = state?.note === note ? state.changedAt : now;
  noteStall(head, { changedAt, now, stall: options.stall }, findings);
  if (!next) return seen(findings, factsOf(head), state);
  noteGaps(next.sources, { now, grace: options.grace }, findings);
  const facts = { ...factsOf(head), sources: next.sources.summary() };
  return seen(findings, facts, {
    note,
    size: next.frontier.size.toString(),
    frontier: toBase64(frontierToBytes(next.frontier)),
    sources: next.sources.state(),
    changedAt,
    latest: next.latest,
  });
}

const seen = (findings: Findings, facts: Report['facts'], state: MonitorState | null): Look => ({
  report: { findings: findings.list(), facts },
  state,
});

/** A head is as old as its newest cosignature says; where nobody cosigns, as the time since it was seen to change. */
function noteStall(
  head: Head,
  { changedAt, now, stall }: { readonly changedAt: number; readonly now: number; readonly stall: number },
  findings: Findings,
): void {
  const since = head.witnesses.length > 0 ? Math.min(changedAt, head.cosignedAt) : changedAt;
  if (now - since <= stall) return;
  findings.add({ kind: 'stalled', where: 'checkpoint', details: { since: new Date(since).toISOString() } });
}

function noteGaps(
  sources: SourceNumbers,
  { now, grace }: { readonly now: number; readonly grace: number },
  findings: Findings,
): void {
  for (const { source, gap, isOld } of sources.gaps(now, grace)) {
    const { from, to } = gap;
    if (isOld) findings.add({ kind: 'source-missing', where: `source ${source}`, details: { from, to } });
  }
}

interface Followed {
  readonly frontier: Frontier;
  readonly sources: SourceNumbers;
  readonly latest: number;
}

/** Reads what is new since the last look. @returns null when the head does not continue what was remembered. */
async function follow(
  options: MonitorOptions,
  {
    state,
    head,
    findings,
  }: { readonly state: MonitorState | null; readonly head: Head; readonly findings: Findings },
): Promise<Followed | null> {
  const { size, root } = head.checkpoint;
  const before = frontierIn(state);
  const sources = new SourceNumbers(state?.sources);
  if (size < before.size) {
    const details = { known: before.size.toString(), size: size.toString() };
    findings.add({ kind: 'rolled-back', where: head.where, details });
    return null;
  }
  const scan = new BundleScan(options.crypto.sha256, options.folder, findings, {
    sources,
    latest: state?.latest ?? 0,
  });
  const grown = grow(options, { before, size, scan, findings });
  if (!grown) return null;
  if (equalBytes(rootOfFrontier(options.crypto.sha256, grown), root))
    return { frontier: grown, sources, latest: scan.latest };
  findings.add(await whyAnotherRoot(options, { state, head }));
  return null;
}

function frontierIn(state: MonitorState | null): Frontier {
  if (!state) return emptyFrontier;
  const [size, bytes] = [fromDecimal(state.size), fromBase64(state.frontier)];
  const frontier = size === null || bytes === null ? null : frontierFromBytes(size, bytes);
  if (!frontier) throw new Error('the state of the monitor is damaged');
  return frontier;
}

/** Appends the entries after `before` up to `size`; null when some cannot be read. */
function grow(
  options: MonitorOptions,
  log: {
    readonly before: Frontier;
    readonly size: bigint;
    readonly scan: BundleScan;
    readonly findings: Findings;
  },
): Frontier | null {
  const { crypto } = options;
  const passed = headsBetween(options, log);
  let frontier = log.before;
  for (const ref of bundlesOf(log.size, log.before.size / BigInt(tileWidth))) {
    const from = Number(frontier.size - ref.index * BigInt(tileWidth));
    if (from >= ref.width) continue;
    const leaves = log.scan.leaves(ref, from);
    if (!leaves) return null;
    for (const leaf of hashesOf(leaves).slice(from)) {
      frontier = appendLeaves(crypto.sha256, frontier, [leaf]);
      const head = passed.get(frontier.size);
      if (head && !equalBytes(head.checkpoint.root, rootOfFrontier(crypto.sha256, frontier)))
        log.findings.add({ kind: 'fork', where: head.where, details: { size: frontier.size.toString() } });
    }
  }
  return frontier;
}

/** Heads that were signed since the last look and are not the newest any more: the log must have passed each of them. */
function headsBetween(
  options: MonitorOptions,
  {
    before,
    size,
    findings,
  }: { readonly before: Frontier; readonly size: bigint; readonly findings: Findings },
): Map<bigint, Head> {
  const notes = options.folder.earlierCheckpoints(before.size, size);
  const heads = notes.map((note) => readHead(options, note, findings)).filter((head) => head !== null);
  return new Map(heads.map((head) => [head.checkpoint.size, head]));
}

/** The entries do not lead from the last head to this one: either the head is of another log, or the entries are. */
async function whyAnotherRoot(
  options: MonitorOptions,
  { state, head }: { readonly state: MonitorState | null; readonly head: Head },
) {
  const earlier =
    state && readHead(options, { where: 'the last known checkpoint', note: state.note }, new Findings());
  const finding = earlier && (await contradiction(options.crypto, { earlier, later: head }, options.folder));
  return finding?.kind === 'fork' ? finding : ({ kind: 'root-differs', where: head.where } as const);
}
