import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseProof, toHex, type LogCrypto, type Policy } from '@rujukan/tlog';
import { Findings, type Report } from './findings.js';
import type { Progress } from './progress.js';
import { prove } from './prove.js';

interface Trust {
  readonly crypto: LogCrypto;
  readonly policy: Policy;
}

/**
 * Checks an evidence package (docs/audit-export.md): the manifest is the one whose hash stands in the signed log, every
 * file is the one that the manifest names, every entry is in the log, and what is there to be read is what was proved.
 */
export function checkPackage(trust: Trust, folder: string, progress: Pick<Progress, 'at' | 'end'>): Report {
  const findings = new Findings();
  const read = (name: string): Buffer | null => {
    const bytes = readOrNull(join(folder, name));
    if (!bytes) findings.add({ kind: 'file-missing', where: name });
    return bytes;
  };
  const [manifest, proof] = [read('manifest.json'), read('manifest.tlog-proof')];
  if (!manifest || !proof) return { findings: findings.list(), facts: {} };
  const facts = checkManifest(trust, { manifest, proof }, findings);
  const files = filesIn(manifest);
  if (!files) {
    findings.add({ kind: 'manifest-malformed', where: 'manifest.json' });
    return { findings: findings.list(), facts };
  }
  const proofs = checkFiles(trust, { files, read, progress }, findings);
  const known = new Set(files.map(([name]) => name));
  for (const name of namesIn(join(folder, 'proofs')))
    if (!known.has(name)) findings.add({ kind: 'file-added', where: name });
  compareLines(readOrNull(join(folder, 'entries.ndjson')), proofs, findings);
  return { findings: findings.list(), facts: { ...facts, entries: proofs.size } };
}

interface Files {
  readonly files: readonly [string, unknown][];
  readonly read: (name: string) => Buffer | null;
  readonly progress: Pick<Progress, 'at' | 'end'>;
}

/** @returns the entries that were proved, by the file that proves them. */
function checkFiles(trust: Trust, { files, read, progress }: Files, findings: Findings): Map<string, Buffer> {
  const proofs = new Map<string, Buffer>();
  for (const [at, [name, hash]] of files.entries()) {
    const bytes = read(name);
    if (bytes && hashOf(trust, bytes) !== hash) findings.add({ kind: 'file-changed', where: name });
    const entry = bytes && isProof(name) ? checkProof(trust, { name, bytes }, findings) : null;
    if (entry) proofs.set(name, entry);
    progress.at(at + 1, files.length);
  }
  progress.end();
  return proofs;
}

function checkManifest(
  trust: Trust,
  { manifest, proof }: { readonly manifest: Buffer; readonly proof: Buffer },
  findings: Findings,
): Report['facts'] {
  const name = 'manifest.tlog-proof';
  const text = proof.toString('utf8');
  const entry = Buffer.from(parseProof(text)?.extra ?? []);
  const report = prove(trust, { entry, proof: text }, { entry: name, proof: name });
  for (const finding of report.findings) findings.add(finding);
  if (report.findings.length === 0 && !namedIn(entry).includes(hashOf(trust, manifest)))
    findings.add({ kind: 'file-changed', where: 'manifest.json' });
  return report.facts;
}

/** Hashes of manifests that the entry about the making of a package names. */
function namedIn(entry: Buffer): unknown[] {
  const { type, entity = [] } = JSON.parse(entry.toString('utf8')) as {
    readonly type?: string;
    readonly entity?: readonly { readonly facts?: { readonly manifest?: string } }[];
  };
  return type === 'export.make' ? entity.map(({ facts }) => facts?.manifest) : [];
}

/** @returns the entry that was proved. */
function checkProof(
  trust: Trust,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  findings: Findings,
): Buffer | null {
  const proof = bytes.toString('utf8');
  const entry = Buffer.from(parseProof(proof)?.extra ?? []);
  const report = prove(trust, { entry, proof }, { entry: name, proof: name });
  for (const finding of report.findings) findings.add(finding);
  if (report.findings.length > 0) return null;
  if (report.facts['index'] === /(\d+)\.tlog-proof$/.exec(name)?.[1]) return entry;
  findings.add({ kind: 'file-changed', where: name, details: { index: String(report.facts['index']) } });
  return null;
}

/** What people read must be what was proved, line by line. */
function compareLines(lines: Buffer | null, proofs: ReadonlyMap<string, Buffer>, findings: Findings): void {
  if (!lines) return;
  const left = new Map(proofs);
  for (const line of lines.toString('utf8').split('\n').filter(Boolean)) {
    const [, seq, entry] = /^\{"seq":(\d+),"entry":(.*)\}$/.exec(line) ?? [];
    const name = `proofs/${seq}.tlog-proof`;
    if (entry === undefined || left.get(name)?.toString('utf8') !== entry)
      findings.add({ kind: 'entry-changed', where: `entries.ndjson ${seq ?? '?'}` });
    left.delete(name);
  }
  for (const name of left.keys()) findings.add({ kind: 'entry-changed', where: `entries.ndjson, ${name}` });
}

/** Name and SHA-256 of each file; null when it is no manifest. A name never leads out of the folder. */
function filesIn(manifest: Buffer): [string, unknown][] | null {
  const files = parse(manifest)?.files;
  if (typeof files !== 'object' || files === null) return null;
  const entries = Object.entries(files);
  return entries.every(([name]) => /^(?:proofs\/)?[A-Za-z0-9][\w.-]*$/.test(name)) ? entries : null;
}

function parse(manifest: Buffer): { readonly files?: unknown } | null {
  try {
    return JSON.parse(manifest.toString('utf8')) as { readonly files?: unknown } | null;
  } catch {
    // Not JSON, so not a manifest: the caller says so.
    return null;
  }
}

const isProof = (name: string): boolean => name.startsWith('proofs/');

const hashOf = ({ crypto }: Trust, bytes: Uint8Array): string => toHex(crypto.sha256(bytes));

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    // Whatever the reason, the file cannot be had.
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => `proofs/${name}`);
  } catch {
    // No folder of proofs: each that is missing is named already.
    return [];
  }
}
