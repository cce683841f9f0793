import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import type { Move } from '@rujukan/clocks';
import type { agencyType, CodeOf } from '@rujukan/contracts';
import { done, refuse } from '@rujukan/kernel';
import { newId, newNumber, UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { flagsOf, openCase, type RiskLevel } from '../domain/case.js';
import { mustTellPolice, startPoliceClock } from '../domain/clock.js';
import { caseOpened, reportAccepted } from '../domain/events.js';
import { caseId, incidentId, type ReportId } from '../domain/ids.js';
import { accept, agenciesOf, type ReportIn } from '../domain/report.js';
import type { ReportContent } from '../domain/report-content.js';
import { insertCase, insertIncident } from '../storage/case.store.js';
import { clocks } from '../storage/clock.store.js';
import { typesOfAgencies } from '../storage/known-agency.store.js';
import { readContent } from '../storage/report-content.store.js';
import { lockForTriage, saveReport } from '../storage/report.store.js';

export interface Triage {
  readonly riskLevel: RiskLevel;
  readonly exploitationTypes: ReportContent['exploitationTypes'];
  /** Kind of agency that is competent. */
  readonly authority: CodeOf<typeof agencyType>;
}

/** Takes charge: one incident, one case per child, and the duty to tell the police where they do not know. */
@Injectable()
export class AcceptReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
  ) {}

  execute(context: RequestContext, id: ReportId, seenVersion: number, triage: Triage) {
    return this.unitOfWork.command(context, async (tx, act) => {
      act.trail.touched('report', id).allowedBy('report-recipient');
      const found = await lockForTriage(tx, context.actor, id);
      if (!found.ok) return found;
      if (found.value.version !== seenVersion) return refuse('stale-version');
      const decision = accept(found.value, incidentId(newId(context.now)));
      if (!decision.ok) return decision;

      const report = decision.value;
      const content = await readContent(tx, this.sealer, id);
      const agencyTypes = await typesOfAgencies(tx, agenciesOf(report));
      const opening = open(report, { content, agencyTypes, triage, now: context.now });
      await saveReport(tx, report);
      await insertIncident(tx, opening.incident);
      for (const { file, child } of opening.files)
        await insertCase(tx, this.sealer, file, { child, report: content });

      const files = opening.files.map(({ file }) => file);
      act.announce(
        reportAccepted(
          report,
          files.map((file) => file.id),
        ),
        ...opening.files.map(({ file, child }) => caseOpened(file, flagsOf(child))),
      );
      act.trail.touched('incident', report.incidentId).about(...files.map((file) => file.id));
      for (const file of files) act.trail.touched('case', file.id, { version: file.version });
      await clocks.start(tx, act, opening.clocks);
      return done(answer(report, opening));
    });
  }
}

interface Grounds {
  readonly content: ReportContent;
  /** Of the agencies that know the report. */
  readonly agencyTypes: readonly string[];
  readonly triage: Triage;
  readonly now: Date;
}

type Opening = ReturnType<typeof open>;

/** Everything that acceptance brings into being, as plain values. */
function open(report: ReportIn<'accepted'>, { content, agencyTypes, triage, now }: Grounds) {
  const files = content.children.map((child) => ({
    child,
    file: openCase({
      id: caseId(newId(now)),
      number: newNumber('K'),
      incidentId: report.incidentId,
      reportId: report.id,
      custodianAgencyId: report.recipientAgencyId,
      riskLevel: triage.riskLevel,
      child,
      ...(content.place.areaCode === undefined ? {} : { placeAreaCode: content.place.areaCode }),
      now,
    }),
  }));
  const duties: Move[] = mustTellPolice({ ...content, agencyTypes })
    ? files.map(({ file }) =>
        startPoliceClock(newId(now), {
          caseId: file.id,
          agencyId: file.custodianAgencyId,
          receivedAt: report.receivedAt,
        }),
      )
    : [];
  const incident = {
    id: report.incidentId,
    number: newNumber('P'),
    reportId: report.id,
    openedByAgencyId: report.recipientAgencyId,
    openedAt: now,
    authority: triage.authority,
    occurredAt: content.occurredAt ?? null,
    placeType: content.place.type,
    areaCode: content.place.areaCode ?? null,
    immediateSafety: content.immediateSafety,
    exploitationTypes: triage.exploitationTypes,
    modus: content.modus,
    platforms: content.platforms,
    contributingFactors: content.contributingFactors,
  };
  return { incident, files, clocks: duties };
}

function answer(report: ReportIn<'accepted'>, { incident, files, clocks: duties }: Opening) {
  const due = ({ clock: { id, dueAt } }: Move) => ({ id, dueAt });
  return {
    version: report.version,
    status: report.status,
    incident: { id: incident.id, number: incident.number },
    cases: files.map(({ file }) => {
      const clock = duties.find((one) => one.clock.caseId === file.id);
      return { id: file.id, number: file.number, ...(clock ? { clock: due(clock) } : {}) };
    }),
    // One deadline for all children of a report; each case carries its own clock, so that each can be met.
    ...(duties[0] ? { clock: due(duties[0]) } : {}),
  };
}
