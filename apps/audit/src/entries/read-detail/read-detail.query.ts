import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { SealBroken, Sealer } from '@rujukan/sealing';
import { detailHash, type Detail } from '../../domain/detail.js';
import { openDetail } from '../../storage/detail.store.js';

/** What belongs to one entry and lies beside the log. */
export type DetailAnswer = { readonly seq: number; readonly detailHash: string } & (
  | { readonly state: 'kept'; readonly salt: string; readonly detail: Detail }
  /** Lawfully destroyed, or never written by whoever made the entry. */
  | { readonly state: 'gone' }
  /** It is there and is not what the entry says. */
  | { readonly state: 'altered' }
);

/** Shows the detail of one entry with the salt, so that everyone can compute the hash that the entry holds. */
@Injectable()
export class ReadDetail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, seq: number): Promise<Outcome<DetailAnswer, 'not-found'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      const [row] = await tx.query<{ bytes: Buffer }[]>('select bytes from audit_body where seq = $1', [seq]);
      const entry = row && (JSON.parse(row.bytes.toString('utf8')) as EntryWithDetail);
      if (!entry) act.trail.touched('audit-log', 'entries', { fields: ['seq'] });
      else act.trail.touched('audit-entry', entry.id, { fields: ['detail'] }).about(...entry.subject);
      if (entry?.detailHash === undefined) return refuse('not-found');
      const { id, detailHash: hash } = entry;
      return done({ seq, detailHash: hash, ...(await this.find(tx, id, hash)) });
    });
  }

  private async find(tx: EntityManager, id: string, hash: string) {
    try {
      const kept = await openDetail(tx, this.sealer, id);
      if (!kept) return { state: 'gone' } as const;
      const { salt, text } = kept;
      if (detailHash(salt, text) !== hash) return { state: 'altered' } as const;
      const detail = JSON.parse(text) as Detail;
      return { state: 'kept', salt: salt.toString('hex'), detail } as const;
    } catch (error) {
      if (error instanceof SealBroken) return { state: 'altered' } as const;
      throw error;
    }
  }
}

interface EntryWithDetail {
  readonly id: string;
  readonly subject: readonly string[];
  readonly detailHash?: string;
}
