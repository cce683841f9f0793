import { Injectable } from '@nestjs/common';
import type { DeclaredAct } from '@rujukan/authz';
import { UnitOfWork } from '@rujukan/persistence';
import { purgeFiles } from '../../storage/export.store.js';

const declared: DeclaredAct = { type: 'export.purge', action: 'D', purpose: 'audit' };

/** Deletes the files of exports that have lain ready long enough. Who asked for them stays on record. */
@Injectable()
export class PurgeExports {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many. */
  execute(): Promise<number> {
    return this.unitOfWork.timer(declared, async (tx, act, now) => {
      const ids = await purgeFiles(tx, now);
      for (const id of ids) act.trail.touched('export', id, { fields: ['file'] });
      return ids.length;
    });
  }
}
