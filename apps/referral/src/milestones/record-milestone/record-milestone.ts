import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { lockOpenClocks, saveLateReason, type LateReason } from '@rujukan/clockwork';
import { done, refuse } from '@rujukan/kernel';
import { newId, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { agencyId, milestoneId, type CaseId } from '../../domain/ids.js';
import { effectsOf, record, type Happening } from '../../domain/milestones/milestone.js';
import { mayRecordMilestones } from '../../domain/policy.js';
import { lockCase } from '../../storage/custody.store.js';
import { areAgencies } from '../../storage/directory.store.js';
import { clocks } from '../../storage/handoff-clocks.store.js';
import { insertMilestone } from '../../storage/milestone.store.js';

/** Records what happened around a case: duties end that it fulfils, and those begin that follow from it. */
@Injectable()
export class RecordMilestone {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: CaseId, happening: Happening, why?: LateReason) {
    const { actor, now } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.about(id).allowedBy('works-on-the-case', happening.code);
      const found = mayRecordMilestones(actor, await lockCase(tx, id, actor.agencyId));
      if (!found.ok) return found;
      const recordedBy = agencyId(actor.agencyId ?? '');
      const { nextAgency = recordedBy } = happening;
      if (!(await areAgencies(tx, [nextAgency]))) return refuse('unknown-agency');

      const born = record({ id: milestoneId(newId(now)), caseId: id, recordedBy }, happening, now);
      if (!born.ok) return born;
      const isCustodian = found.value.custody.custodian === recordedBy;
      // Nobody ends a duty between two others.
      const open = (await lockOpenClocks(tx, { caseId: id })).filter(
        (clock) => isCustodian || [clock.agencyId, clock.awaitedBy].includes(recordedBy),
      );
      const how = { newId: () => newId(now), hasReason: why !== undefined };
      const effects = effectsOf(born.value, open, how);
      if (!effects.ok) return effects;

      const { ended, late, started } = effects.value;
      await insertMilestone(tx, born.value);
      await clocks.save(tx, act, ended);
      for (const clock of late) {
        if (!why) continue;
        await saveLateReason(tx, this.sealer, clock, why);
        act.trail.touched('clock', clock.id, { fields: ['lateReason'], facts: { why: why.code } });
      }
      await clocks.start(tx, act, started);
      const facts = { kind: happening.code, agency: nextAgency };
      act.trail.touched('milestone', born.value.id, { version: 1, fields: ['code', 'occurredAt'], facts });
      return done({
        id: born.value.id,
        ended: ended.map(({ clock }) => clock.definition),
        started: started.map(({ clock }) => ({ definition: clock.definition, dueAt: clock.dueAt })),
      });
    });
  }
}
