import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import { UnitOfWork } from '@rujukan/persistence';
import {
  formatProof,
  inclusionProof,
  leafHash,
  nodeCrypto,
  parseCheckpoint,
  parseNote,
  verifyInclusion,
} from '@rujukan/tlog';
import type { Export } from '../../domain/export.js';
import { entryLine, manifestOf, packageFiles } from '../../domain/package-manifest.js';
import { readMe, summaryPage, type SummaryLine } from '../../domain/package-texts.js';
import { readEntry } from '../../domain/log-entry.js';
import { sentenceOf } from '../../domain/words/entry-sentence.js';
import { newestWitnessed } from '../../storage/cosigned.store.js';
import { nextExport, saveDone, saveMade, takeBench } from '../../storage/export.store.js';
import { findEntries } from '../../storage/find-entries.js';
import { findAgencies } from '../../storage/known-agency.store.js';
import { PackageWriter } from '../../storage/package.store.js';
import { readBodiesOf, tilesIn } from '../../storage/tree.store.js';
import { ENCLOSURES, type Enclosures } from './make-export.tokens.js';

const declared: DeclaredAct = { type: 'export.make', action: 'C', purpose: 'audit' };

/** Entries that are in memory at once. */
const batchSize = 200;

interface Head {
  readonly size: bigint;
  readonly cosigned: string;
}

/**
 * Makes the file of the export that has waited longest: its entries with a proof of each under the newest head that
 * witnesses saw, and a manifest whose hash goes into the log by the entry about this very act.
 */
@Injectable()
export class MakeExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: DataSource,
    @Inject(ENCLOSURES) private readonly enclosed: Enclosures | null,
  ) {}

  /** @returns whether one was made; one that no witnessed head covers yet is left for later. */
  execute(): Promise<boolean> {
    return this.unitOfWork.timer(declared, async (tx, act, now) => {
      if (!this.enclosed || !(await takeBench(tx))) return false;
      const [asked, head] = [await nextExport(tx, 'requested'), await newestWitnessed(tx)];
      if (!asked || !head || head.size < BigInt(asked.before)) return false;
      const manifest = await this.write(tx, { asked, head, now, enclosed: this.enclosed });
      await saveMade(tx, asked.id, manifest);
      const { case: caseId, subject } = asked.criteria;
      act.trail
        .touched('export', asked.id, { facts: { manifest } })
        .about(...[caseId, subject].filter((id) => id !== undefined));
      return true;
    });
  }

  private async write(
    tx: EntityManager,
    { asked, head, now, enclosed }: { asked: Export; head: Head; now: Date; enclosed: Enclosures },
  ): Promise<string> {
    const file = await PackageWriter.behind(tx, asked.id, asked.requestedAt);
    const seqs = await seqsOf(tx, asked);
    const { sentences, lineBytes } = await this.prove(tx, file, { asked, head, seqs });
    await file.addPieces(packageFiles.entries, lineBytes, linesOf(tx, seqs));
    await file.add(packageFiles.checkpoint, head.cosigned);
    await file.add(packageFiles.policy, enclosed.policy);
    await file.add(packageFiles.verifier, enclosed.verifier);
    await file.add(packageFiles.readMe, readMe);
    const { size } = head;
    await file.add(packageFiles.summary, summaryPage(asked, { sentences, size, madeAt: now }));
    const manifest = Buffer.from(manifestOf(asked, { seqs, size, madeAt: now, files: file.files }));
    await file.add(packageFiles.manifest, manifest);
    await file.flush();
    return createHash('sha256').update(manifest).digest('hex');
  }

  /** The proof of each entry, with the entry in it. @returns what else is known after having read them all. */
  private async prove(
    tx: EntityManager,
    file: PackageWriter,
    { asked, head, seqs }: { asked: Export; head: Head; seqs: readonly number[] },
  ) {
    const agencies = await findAgencies(tx);
    const sentences: SummaryLine[] = [];
    let lineBytes = 0;
    for (const batch of batchesOf(seqs)) {
      const bodies = await readBodiesOf(tx, batch);
      for (const [at, seq] of batch.entries()) {
        const entry = bodies[at]!;
        const { proof, isProved } = await proofOf(tx, { seq, entry, head });
        await file.add(packageFiles.proof(seq), proof);
        sentences.push({ seq, says: sentenceOf(readEntry(seq, entry), agencies).id, isProved });
        lineBytes += entryLine(seq, entry).length;
      }
      // Outside the transaction, so that whoever waits sees it move.
      await saveDone(this.database, asked.id, sentences.length);
    }
    return { sentences, lineBytes };
  }
}

/** Oldest first. */
async function seqsOf(tx: EntityManager, { criteria, before }: Export): Promise<number[]> {
  const seqs: number[] = [];
  for (let next: number | undefined = before; next !== undefined;) {
    const page = await findEntries(tx, criteria, { limit: batchSize, before: next });
    seqs.push(...page.items.map(({ seq }) => seq));
    next = page.before;
  }
  return seqs.reverse();
}

async function proofOf(
  tx: EntityManager,
  { seq, entry, head }: { seq: number; entry: Buffer; head: Head },
): Promise<{ proof: string; isProved: boolean }> {
  const [index, { size, cosigned }] = [BigInt(seq), head];
  const hashes = await inclusionProof(nodeCrypto.sha256, { index, size }, tilesIn(tx));
  const found = leafHash(nodeCrypto.sha256, entry);
  const root = parseCheckpoint(parseNote(cosigned)?.text ?? '')?.root;
  return {
    proof: formatProof({ index, hashes, checkpoint: cosigned, extra: entry }),
    isProved:
      root !== undefined &&
      verifyInclusion(nodeCrypto.sha256, { index, size, leafHash: found, proof: hashes, root }),
  };
}

async function* linesOf(tx: EntityManager, seqs: readonly number[]): AsyncGenerator<Uint8Array> {
  for (const batch of batchesOf(seqs)) {
    const bodies = await readBodiesOf(tx, batch);
    for (const [at, seq] of batch.entries()) yield entryLine(seq, bodies[at]!);
  }
}

function* batchesOf(seqs: readonly number[]): Generator<number[]> {
  for (let at = 0; at < seqs.length; at += batchSize) yield seqs.slice(at, at + batchSize);
}
