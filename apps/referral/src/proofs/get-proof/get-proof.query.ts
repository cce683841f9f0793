import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { formatProof, parseProof } from '@rujukan/tlog';
import type { HandoffId } from '../../domain/ids.js';
import { findProofs, type Proof } from '../../storage/proof.store.js';

/** A file that needs nothing else but a policy to be checked. */
interface ReceiptFile {
  readonly fileName: string;
  readonly text: string;
}

/** The caller's own copy of the proof of one step, as one file with the entry in it. */
@Injectable()
export class GetProof {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId, index: number): Promise<Outcome<ReceiptFile, 'not-found'>> {
    return this.uow.read(context, async (tx, act) => {
      act.trail.allowedBy('keeper-reads').touched('receipt', id, { fields: ['entry', 'proof'] });
      const [found] = await findProofs(tx, id, { agency: context.actor.agencyId, index });
      if (!found) return refuse('not-found');
      act.trail.about(...subjectsOf(found));
      return done({ fileName: `${id}-${index}.tlog-proof`, text: withEntry(found) });
    });
  }
}

const withEntry = ({ proof, entry }: Proof): string => formatProof({ ...parseProof(proof)!, extra: entry });

const subjectsOf = ({ entry }: Proof): readonly string[] =>
  (JSON.parse(entry.toString('utf8')) as { readonly subject: readonly string[] }).subject;
