import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { ServiceType } from '@rujukan/contracts';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';

export interface CapacityDeclines {
  readonly items: readonly {
    /** `2025-11`, by the calendar of Pontianak. */
    readonly month: string;
    readonly agencyId: string;
    readonly serviceType: ServiceType;
    readonly count: number;
  }[];
}

/** How often a service was full, for whoever plans where room is missing. No case is in it, no area and no child. */
@Injectable()
export class ListCapacityDeclines {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param days the first and the last day that count, `2025-11-03`. */
  execute(
    context: RequestContext,
    days: { readonly from: string; readonly until: string },
  ): Promise<Outcome<CapacityDeclines, never>> {
    return this.uow.read(context, async (tx, act) => {
      const items = await tx.query<CapacityDeclines['items']>(
        `select to_char(declined_at at time zone 'Asia/Pontianak', 'YYYY-MM') as month, agency_id as "agencyId",
                service_type as "serviceType", count(*)::int as count
           from capacity_decline
          where (declined_at at time zone 'Asia/Pontianak')::date between $1 and $2
          group by 1, 2, 3 order by 1, 2, 3 limit 5000`,
        [days.from, days.until],
      );
      act.trail
        .allowedBy('capacity-is-planned')
        .touched('capacity-decline', days.from, { fields: ['count'] });
      return done({ items });
    });
  }
}
