import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { certificateText } from '../../domain/certificate.js';
import { findErasureRow, toDone } from '../../storage/erasure.store.js';
import { findAgencies } from '../../storage/known-agency.store.js';

/** The minutes of one destruction, in Indonesian; the same text each time. */
@Injectable()
export class GetCertificate {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(context: RequestContext, id: string) {
    return this.unitOfWork.read(context, async (tx, act) => {
      act.trail.touched('erasure', id).allowedBy('own-register');
      const row = await findErasureRow(tx, id);
      if (!row) return refuse('not-found');
      act.trail.about(row.case_id);
      const erasure = toDone(row);
      if (!erasure) return refuse('erasure-not-done');
      return done(certificateText(erasure, await findAgencies(tx)));
    });
  }
}
