import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { AgeBand, ChildOutline, RiskLevel } from '../../domain/custody/custody.js';
import type { Need } from '../../domain/directory/eligibility.js';
import type { CaseId } from '../../domain/ids.js';
import { mayReadCustody } from '../../domain/policy.js';
import { custodyPeriodRow, type CustodyPeriodRow } from '../../storage/custody.row.js';
import { findCase } from '../../storage/custody.store.js';

export interface CustodyView {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly custodianAgencyId: string;
  readonly epoch: number;
  readonly status: 'open' | 'closed';
  readonly riskLevel: RiskLevel;
  readonly ageBand: AgeBand;
  /** What a provider is looked for with: for the agency that may hand the case on. */
  readonly need?: Need;
  /** Who held the case, first to last. */
  readonly history: readonly Period[];
}

interface Period {
  readonly epoch: number;
  readonly agencyId: string;
  readonly since: Date;
  /** Absent for the agency that opened the case. */
  readonly handoffId?: string;
}

@Injectable()
export class GetCustody {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: CaseId): Promise<Outcome<CustodyView, 'not-found'>> {
    const { actor } = context;
    return this.uow.read(context, async (tx, act) => {
      act.trail.about(id).touched('custody', id);
      const { known, hasAccess } = await findCase(tx, id, actor.agencyId);
      if (!known || !mayReadCustody(actor, known.custody, hasAccess)) return refuse('not-found');
      act.trail.allowedBy(hasAccess ? 'accepted-referral' : 'custody');

      const { custody, child } = known;
      const periods = await tx.find(custodyPeriodRow, { where: { case_id: id }, order: { epoch: 'asc' } });
      return done({
        caseId: custody.caseId,
        caseNumber: custody.caseNumber,
        custodianAgencyId: custody.custodian,
        epoch: custody.epoch,
        status: custody.isClosed ? 'closed' : 'open',
        riskLevel: child.riskLevel,
        ageBand: child.ageBand,
        ...(custody.custodian === actor.agencyId ? { need: needOf(child) } : {}),
        history: periods.map(toPeriod),
      });
    });
  }
}

const needOf = ({ riskLevel: _, ...need }: ChildOutline): Need => need;

const toPeriod = (row: CustodyPeriodRow): Period => ({
  epoch: row.epoch,
  agencyId: row.agency_id,
  since: row.since,
  ...(row.handoff_id === null ? {} : { handoffId: row.handoff_id }),
});
