// @ts-check
// D-07: a case goes home to another city. The agency that gave it away looks once more, and is turned away.
import { tembesu } from './child.mjs';
import { reportOf } from './report.mjs';
import { acceptReport, accessToCase, answerHandoff, recordPoliceReport, requestHandoff } from './steps.mjs';

/** @param {import('./replay.mjs').Stage} stage */
export async function storyD07({ api, at, step }) {
  const intake = api.as('uptd.pengaduan');
  const manager = api.as('uptd.manajer');
  const home = api.as('skw.manajer');

  await at('-15d 16:40');
  const report = await step('the hotline reports', (key) =>
    intake.post('intake', '/v1/reports', told, { key }),
  );
  const accepted = await step('intake accepts', (key) => acceptReport(intake, report.id, decision, key));
  const caseId = accepted.cases[0].id;

  await at('+20:00');
  await step('the police are told within their three days', (key) =>
    recordPoliceReport(manager, caseId, policeNumber, { key }),
  );

  await at('-6d 23:00');
  const transfer = await step('a transfer to her home town is proposed', (key) =>
    requestHandoff(
      manager,
      {
        caseId,
        to: 'uptd-skw',
        kind: 'transfer',
        serviceType: 'case-management',
        shareProfile: 'case-transfer',
        basis: { code: 'public-task' },
        purpose: 'Anak kembali ke kota asal dan keluarganya.',
        priority: 'urgent',
      },
      key,
    ),
  );
  await at('+3:00');
  await step('her home town confirms receipt', (key) =>
    answerHandoff(home, transfer.id, 'receipts', {}, key),
  );
  await at('-3d 22:00');
  await step('her home town takes the case', (key) =>
    answerHandoff(home, transfer.id, 'acceptances', {}, key),
  );
  await step('and opens it', () => accessToCase(home, 'intake', caseId));
  await at('+1d');
  await step('the old agency looks once more and is turned away', () =>
    manager.get('intake', `/v1/cases/${caseId}`, { expect: [404] }),
  );
}

const policeNumber = 'LP/B/9005/X/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT';

const decision = { riskLevel: 'high', exploitationTypes: ['trafficking-sexual'], authority: 'uptd-ppa' };

const told = reportOf({
  channel: 'sapa129',
  summary: 'Anak dijanjikan pekerjaan di kota lain dan dijerat utang. Meminta dijemput.',
  children: [tembesu],
  exploitationTypes: ['trafficking-sexual'],
  modus: ['fake-job-offer', 'broker', 'debt'],
  contributingFactors: ['economic-hardship', 'parent-migrant'],
});
