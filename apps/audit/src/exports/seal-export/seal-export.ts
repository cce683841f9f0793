import { Injectable } from '@nestjs/common';
import type { DeclaredAct } from '@rujukan/authz';
import { UnitOfWork } from '@rujukan/persistence';
import { formatProof, inclusionProof, nodeCrypto } from '@rujukan/tlog';
import { keptMs } from '../../domain/export.js';
import { packageFiles } from '../../domain/package-manifest.js';
import { newestWitnessed } from '../../storage/cosigned.store.js';
import { nextExport, saveReady, takeBench } from '../../storage/export.store.js';
import { PackageWriter } from '../../storage/package.store.js';
import { newestAbout, tilesIn } from '../../storage/tree.store.js';

const declared: DeclaredAct = { type: 'export.seal', action: 'U', purpose: 'audit' };

/**
 * Signs a package by what signs the log: as soon as witnesses have seen the entry that names the manifest's hash, the
 * proof of it closes the file. No key besides, and nothing to believe that a reader of the log does not believe already.
 */
@Injectable()
export class SealExport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns whether one was sealed. */
  execute(): Promise<boolean> {
    return this.unitOfWork.timer(declared, async (tx, act, now) => {
      if (!(await takeBench(tx))) return false;
      const made = await nextExport(tx, 'made');
      if (!made) return false;
      const [entry, head] = [await newestAbout(tx, made.id, 'export.make'), await newestWitnessed(tx)];
      if (!entry || !head || BigInt(entry.seq) >= head.size) return false;
      const index = BigInt(entry.seq);
      const hashes = await inclusionProof(nodeCrypto.sha256, { index, size: head.size }, tilesIn(tx));
      const proof = formatProof({ index, hashes, checkpoint: head.cosigned, extra: entry.bytes });
      const file = await PackageWriter.behind(tx, made.id, made.requestedAt);
      await file.add(packageFiles.manifestProof, proof);
      await file.end();
      await saveReady(tx, made.id, now, new Date(now.getTime() + keptMs));
      act.trail.touched('export', made.id, { fields: ['status'] });
      return true;
    });
  }
}
