import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { previewFields } from '../../domain/handoffs/envelope.js';
import { purgePreview } from '../../storage/preview.store.js';

/** Previews that one run deletes; the next run takes the next ones. */
const atOnce = 100;

/** Nobody took the child: what was told of her to decide is deleted, and each deletion is on record. */
@Injectable()
export class PurgePreviews {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many previews were deleted. */
  async execute(): Promise<number> {
    for (let purged = 0; purged < atOnce; purged++) if (!(await this.purgeOne())) return purged;
    return atOnce;
  }

  private purgeOne(): Promise<boolean> {
    return this.uow.timer(purging, async (tx, act, now) => {
      const purged = await purgePreview(tx, now);
      if (!purged) return false;
      const { id, caseId, version } = purged;
      act.trail
        .touched('handoff', id, { version, fields: previewFields })
        .about(caseId)
        .allowedBy('ended-without-acceptance');
      return true;
    });
  }
}

const purging = { type: 'handoff.preview-purge', action: 'D', purpose: 'operations' } as const;
