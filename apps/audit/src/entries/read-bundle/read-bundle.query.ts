import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { encodeBundle, tileWidth } from '@rujukan/tlog';
import { readBodies } from '../../storage/tree.store.js';

/** Up to 256 entries in their bytes, as a mirror of the log keeps them; one entry of the log about the look. */
@Injectable()
export class ReadBundle {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    context: RequestContext,
    { index, width }: { readonly index: bigint; readonly width: number },
  ): Promise<Outcome<Uint8Array, 'not-found'>> {
    return this.unitOfWork.read(context, async (tx, act) => {
      act.trail.touched('audit-bundle', index.toString(), { fields: ['entries'] });
      const entries = await readBodies(tx, index * BigInt(tileWidth), width);
      return entries.length === width ? done(encodeBundle(entries)) : refuse('not-found');
    });
  }
}
