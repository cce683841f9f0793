import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { formatProof, inclusionProof, nodeCrypto } from '@rujukan/tlog';
import { headCovering } from '../../storage/published.store.js';
import { readBodies, tilesIn } from '../../storage/tree.store.js';

/**
 * One file that shows, with the bytes of the entry and the keys that a reader trusts, that the entry is in the log
 * (c2sp.org/tlog-proof).
 */
@Injectable()
export class ProveEntry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns `not-yet-signed` for an entry that is newer than the newest head: half a second, as a rule. */
  execute(context: RequestContext, seq: number): Promise<Outcome<string, 'not-found' | 'not-yet-signed'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const index = BigInt(seq);
      const [bytes] = await readBodies(tx, index, 1);
      if (!bytes) {
        act.trail.touched('audit-log', 'entries', { fields: ['seq'] });
        return refuse('not-found');
      }
      const entry = JSON.parse(bytes.toString('utf8')) as { id: string; subject: string[] };
      act.trail.touched('audit-entry', entry.id).about(...entry.subject);
      const head = await headCovering(tx, index + 1n);
      if (!head) return refuse('not-yet-signed');
      const { size, note } = head;
      const hashes = await inclusionProof(nodeCrypto.sha256, { index, size }, tilesIn(tx));
      return done(formatProof({ index, hashes, checkpoint: note }));
    });
  }
}
