import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { UnitOfWork } from '@rujukan/persistence';
import type { AgreementState } from '../../domain/agreements/agreement.js';
import type { Capacity } from '../../domain/directory/capacity.js';
import type { KnownService } from '../../domain/directory/directory.js';
import type { Mismatch, Need } from '../../domain/directory/eligibility.js';
import { inOrder, judge, type Fit } from '../../domain/directory/fit.js';
import { findCandidates } from '../../storage/fit.finder.js';

export interface Provider {
  readonly agency: { readonly id: string; readonly code: string; readonly name: string };
  readonly service: { readonly id: string; readonly name: string };
  readonly agreement: AgreementState;
  readonly capacity: Capacity;
  readonly isOpenNow?: boolean;
  readonly fits: boolean;
  /** False where a request would be refused. */
  readonly mayBeAsked: boolean;
  readonly reasons: readonly Mismatch[];
}

export interface PreChecked {
  readonly checkedAt: Date;
  readonly needs: readonly {
    readonly serviceType: KnownService['type'];
    /** Best first. */
    readonly providers: readonly Provider[];
  }[];
}

const most = 50;

/** Who could help, before anybody is named: for each need the providers in order, and why not where one does not fit. */
@Injectable()
export class PreCheck {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, types: readonly KnownService['type'][], need: Need): Promise<PreChecked> {
    const { actor, now } = context;
    return this.uow.readPublic(context, async (tx) => {
      const wanted = [...new Set(types)];
      const candidates = await findCandidates(tx, { sender: actor.agencyId, types: wanted, now });
      return {
        checkedAt: now,
        needs: wanted.map((serviceType) => {
          const fits = candidates
            .filter(({ service }) => service.type === serviceType)
            .map((candidate) => judge(need, candidate, now));
          return { serviceType, providers: inOrder(need, fits).slice(0, most).map(toProvider) };
        }),
      };
    });
  }
}

const toProvider = ({ candidate, capacity, isOpenNow, reasons, mayBeAsked }: Fit): Provider => ({
  agency: { id: candidate.agency.id, code: candidate.agency.code, name: candidate.agency.name },
  service: { id: candidate.service.id, name: candidate.service.name },
  agreement: candidate.agreement,
  capacity,
  ...(isOpenNow === undefined ? {} : { isOpenNow }),
  fits: reasons.length === 0,
  mayBeAsked,
  reasons,
});
