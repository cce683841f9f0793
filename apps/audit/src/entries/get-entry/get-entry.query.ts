import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { sha256 } from '../../domain/entry.js';

/** One entry with the bytes that a proof is about. */
export interface ProvableEntry {
  readonly seq: number;
  /** Canonical bytes (RFC 8785), base64. */
  readonly bytes: string;
  /** SHA-256 of those bytes, hex. */
  readonly sha256: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** Shows one entry, byte for byte, and leaves an entry about the look. */
@Injectable()
export class GetEntry {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, seq: number): Promise<Outcome<ProvableEntry, 'not-found'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const [row] = await tx.query<{ bytes: Buffer }[]>('select bytes from audit_body where seq = $1', [seq]);
      if (!row) {
        act.trail.touched('audit-log', 'entries', { fields: ['seq'] });
        return refuse('not-found');
      }
      const entry = JSON.parse(row.bytes.toString('utf8')) as { id: string; subject: string[] };
      act.trail.touched('audit-entry', entry.id).about(...entry.subject);
      return done({
        seq,
        bytes: row.bytes.toString('base64'),
        sha256: sha256(row.bytes).toString('hex'),
        entry: { ...entry },
      });
    });
  }
}
