import { namesOf } from './criteria.js';
import type { Export } from './export.js';

/** Names of the files of an evidence package; docs/audit-export.md says what each is. */
export const packageFiles = {
  proof: (seq: number): string => `proofs/${seq}.tlog-proof`,
  entries: 'entries.ndjson',
  checkpoint: 'checkpoint',
  policy: 'policy',
  verifier: 'audit-verify.mjs',
  readMe: 'BACA-SAYA.txt',
  summary: 'ringkasan.html',
  manifest: 'manifest.json',
  manifestProof: 'manifest.tlog-proof',
} as const;

/** What is in a package and why it was made. Its hash stands in the log, so that it is signed and witnessed as entries are. */
export function manifestOf(
  asked: Export,
  {
    seqs,
    size,
    madeAt,
    files,
  }: {
    readonly seqs: readonly number[];
    /** Of the log in the checkpoint. */
    readonly size: bigint;
    readonly madeAt: Date;
    readonly files: ReadonlyMap<string, string>;
  },
): string {
  const manifest = {
    version: 1,
    export: asked.id,
    reason: asked.reason,
    criteria: namesOf(asked.criteria),
    requestedBy: asked.requestedBy,
    requestedAt: asked.requestedAt.toISOString(),
    approvedBy: asked.approvedBy,
    madeAt: madeAt.toISOString(),
    log: { size: size.toString() },
    entries: { count: seqs.length, first: seqs.at(0), last: seqs.at(-1), below: asked.before },
    files: Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** One line of `entries.ndjson`: the number, and the entry in exactly the bytes that were hashed. */
export const entryLine = (seq: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`{"seq":${seq},"entry":`), bytes, Buffer.from('}\n')]);
