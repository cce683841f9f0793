import { createHash, createPrivateKey } from 'node:crypto';
import {
  addCheckpoint,
  consistencyProof,
  formatAddCheckpoint,
  nodeCrypto,
  nodeSigningKey,
  type NoteSigner,
  type SigningKey,
  type Witness,
  type WitnessedHead,
  type WitnessStore,
} from '@rujukan/tlog';
import {
  aFolder,
  anEntry,
  aTrust,
  build,
  headOf,
  origin,
  proofOf,
  recordedAt,
  tileReader,
  writeExport,
  type BuiltLog,
  type Folder,
  type Trust,
} from '../../../libs/audit-verify/src/fixtures/a-log.js';

/** An Ed25519 key in PKCS 8 is this and its 32 bytes. */
const before = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key that is the same in each run, so that its id can stand in a document. */
export function keyOf(name: string): SigningKey {
  const der = Buffer.concat([before, createHash('sha256').update(name).digest()]);
  return nodeSigningKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** When entry `at` was taken by the log: one a second. */
export const hourOf = (at: number): string => recordedAt(at * 10);

/** Entry `at` of the log. */
export const entryAt = (at: number, changes: Readonly<Record<string, unknown>> = {}): Buffer =>
  anEntry(at, { occurred: hourOf(at), recorded: hourOf(at), ...changes });

/** Entries from one number up to another. */
export const entriesFrom = (first: number, end: number): Buffer[] =>
  Array.from({ length: end - first }, (_, at) => entryAt(first + at));

/** A log, its witnesses, and what readers keep of it, before somebody touches it. */
export interface HonestLog {
  readonly trust: Trust;
  readonly witnesses: readonly Witness[];
  readonly log: BuiltLog;
  /** Signed heads by their sizes. */
  readonly heads: ReadonlyMap<number, string>;
  /** The log as files: docs/audit-export.md. */
  readonly folder: Folder;
  /** What its readers keep, elsewhere. */
  readonly readers: Folder;
}

const published = [300, 450, 700];

/** The entry that somebody has a receipt for. */
export const receiptIndex = 301;

/** 700 entries, signed and cosigned at three sizes; a reader has a receipt of entry 301 and the newest head. */
export async function anHonestLog(): Promise<HonestLog> {
  const keys = ['log', 'one', 'two', 'three'].map(keyOf);
  const trust = aTrust(() => keys.shift()!);
  const witnesses = trust.witnesses.map((signer) => witnessOf(signer, trust));
  const [folder, readers] = [aFolder(), aFolder()];
  const heads = new Map<number, string>();
  for (const size of published) {
    const log = build(entriesFrom(0, size));
    heads.set(size, await publish({ trust, witnesses }, log));
  }
  const log = build(entriesFrom(0, 700));
  writeExport(folder, log, heads.get(700)!);
  for (const size of [300, 450]) folder.write(`checkpoints/${size}`, heads.get(size)!);
  readers.write('policy', trust.text);
  readers.write('kept', heads.get(700)!);
  readers.write('receipt.tlog-proof', await proofOf(log, receiptIndex, heads.get(700)!));
  return { trust, witnesses, log, heads, folder, readers };
}

/** A witness with a memory of its own, as apps/witness has one on its disk. */
function witnessOf(signer: NoteSigner, trust: Trust): Witness {
  let latest: WitnessedHead | null = null;
  const store: WitnessStore = {
    latest: async () => latest,
    advance: async (_origin, expected, next) => {
      if ((latest?.size ?? 0n) !== expected) return false;
      latest = next;
      return true;
    },
  };
  const keysOf = (name: string) => (name === origin ? [trust.log.key] : []);
  return { crypto: nodeCrypto, signer, store, keysOf };
}

/** Signs the head of a log with the log's key and asks the witnesses, of whom each does as it must. */
export async function publish(
  { trust, witnesses }: Pick<HonestLog, 'trust' | 'witnesses'>,
  log: BuiltLog,
  time = hourOf(log.entries.length),
): Promise<string> {
  trust.setTime(Date.parse(time));
  let note = headOf(log, trust.log);
  const signed = note;
  for (const witness of witnesses) {
    const answer = await addCheckpoint(witness, Buffer.from(await requestTo(witness, log, signed)));
    if (answer.status === 200) note += answer.body;
  }
  return note;
}

async function requestTo(witness: Witness, log: BuiltLog, checkpoint: string): Promise<string> {
  const size = BigInt(log.entries.length);
  const oldSize = (await witness.store.latest(origin))?.size ?? 0n;
  const isLater = oldSize > 0n && oldSize < size;
  const proof = isLater
    ? await consistencyProof(nodeCrypto.sha256, { size1: oldSize, size2: size }, tileReader(log))
    : [];
  return formatAddCheckpoint({ oldSize, proof, checkpoint });
}
