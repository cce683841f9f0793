import { acceptReport, accessToCase, answerHandoff, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { aDecision, aReport } from './report.js';
import type { world } from './world.js';

type World = ReturnType<typeof world>;

/** A report of the police, accepted by the city's protection unit: gives the cases it opened. */
export async function openedCases({ api }: World, report = aReport(), decision = aDecision()) {
  const filed = await api.as('pol.penyidik').post('intake', '/v1/reports', report);
  const accepted = await acceptReport(api.as('uptd.pengaduan'), filed.id, decision);
  const caseIds: string[] = accepted.cases.map((one: { id: string }) => one.id);
  await accessToCase(api.as('uptd.manajer'), 'victim-services', caseIds[0]!);
  return {
    reportId: filed.id as string,
    incidentId: accepted.incident.id as string,
    caseIds,
    clock: accepted.clock,
  };
}

export const shelterOf = (caseId: string, to = 'ngo-e') => ({
  caseId,
  to,
  serviceType: 'emergency-shelter',
  shareProfile: 'shelter-placement',
  basis: { code: 'vital-interest' },
  purpose: 'Tempat aman malam ini.',
  priority: 'stat',
});

/** A case whose shelter referral was accepted, with the shelter's access in place. */
export async function shelteredCase(here: World) {
  const { caseIds } = await openedCases(here);
  const caseId = caseIds[0]!;
  const handoff = await requestHandoff(here.api.as('uptd.manajer'), shelterOf(caseId));
  await answerHandoff(here.api.as('ngo.pengelola'), handoff.id, 'acceptances');
  await accessToCase(here.api.as('ngo.pengelola'), 'intake', caseId);
  await accessToCase(here.api.as('ngo.pengelola'), 'victim-services', caseId);
  return { caseId, handoffId: handoff.id as string };
}
