import {
  accessToCase,
  acceptReport,
  answerHandoff,
  recordAttended,
  requestHandoff,
} from '../../../deploy/demo/steps.mjs';
import { insisting } from '../../../deploy/demo/replay.mjs';
import { shelterOf } from '../../e2e/support/path.js';
import { aDecision, aReport } from '../../e2e/support/report.js';
import type { world } from '../../e2e/support/world.js';

export interface Told {
  readonly reportId: string;
  readonly caseId: string;
  readonly handoffId: string;
}

/**
 * A story from report to completed referral by people who try again with the same key until they are heard.
 *
 * @param onStep told after each step, so that a test can break something in between
 */
export async function tell(
  here: ReturnType<typeof world>,
  name: string,
  onStep: (step: number) => void,
): Promise<Told> {
  let step = 0;
  const said = async <T>(act: (key: string) => Promise<T>): Promise<T> => {
    const key = `${name}-${step + 1}`;
    const answer = await insisting(() => act(key));
    onStep((step += 1));
    return answer;
  };
  const { api } = here;
  const [police, officer, manager, shelter] = [
    'pol.penyidik',
    'uptd.pengaduan',
    'uptd.manajer',
    'ngo.pengelola',
  ].map((login) => api.as(login)) as [Caller, Caller, Caller, Caller];

  const report = await said((key) => police.post('intake', '/v1/reports', aReport(), { key }));
  const accepted = await said((key) => acceptReport(officer, report.id, aDecision(), key));
  const caseId: string = accepted.cases[0].id;
  const handoff = await said((key) => requestHandoff(manager, shelterOf(caseId), key));
  await said((key) => answerHandoff(shelter, handoff.id, 'acceptances', {}, key));
  await insisting(() => accessToCase(shelter, 'victim-services', caseId));
  await said((key) => recordAttended(shelter, caseId, handoff.id, 'emergency-shelter', key));
  await said((key) =>
    answerHandoff(shelter, handoff.id, 'completions', { outcome: 'service-provided' }, key),
  );
  return { reportId: report.id, caseId, handoffId: handoff.id };
}

type Caller = ReturnType<ReturnType<typeof world>['api']['as']>;
