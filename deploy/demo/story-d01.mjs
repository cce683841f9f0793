// @ts-check
// D-01: the happy path. Found by the police on a Saturday night; safe, examined, accompanied and in counselling nine days later.
import { zamrud } from './child.mjs';
import { reportOf } from './report.mjs';
import { acceptReport, agreePlan, answerHandoff, recordAttended, requestHandoff } from './steps.mjs';

/** @param {import('./replay.mjs').Stage} stage */
export async function storyD01({ api, at, step }) {
  const police = api.as('pol.penyidik');
  const intake = api.as('uptd.pengaduan');
  const manager = api.as('uptd.manajer');
  const psychologist = api.as('uptd.psikolog');
  const doctor = api.as('rs.dokter');
  const plat = api.as('plat.pengelola');
  const social = api.as('dinsos.peksos');
  const lawyer = api.as('lbh1.advokat');

  await at('-8d 11:30');
  const report = await step('police file the report', (key) =>
    police.post('intake', '/v1/reports', found, { key }),
  );
  await at('+0:28');
  await step('intake opens the report', () => intake.get('intake', `/v1/reports/${report.id}`));
  await at('+0:12');
  const accepted = await step('intake accepts', (key) => acceptReport(intake, report.id, decision, key));
  const caseId = accepted.cases[0].id;

  /** @param {string} to @param {string} serviceType @param {string} shareProfile @param {string} priority @param {string} purpose */
  const offer = (to, serviceType, shareProfile, priority, purpose) => ({
    caseId,
    to,
    serviceType,
    shareProfile,
    priority,
    purpose,
    basis: { code: 'public-task', article: 'UU 11/2012 Pasal 91' },
  });

  await at('+2:20');
  const exam = await step('an examination is asked', (key) =>
    requestHandoff(
      manager,
      offer('rsud', 'medico-legal-exam', 'medical-exam', 'stat', 'Visum atas permintaan penyidik.'),
      key,
    ),
  );
  await at('+1:00');
  await step('the hospital accepts', (key) => answerHandoff(doctor, exam.id, 'acceptances', {}, key));
  await at('+1:00');
  const shelter = await step('shelter is asked of PLAT', (key) =>
    requestHandoff(
      manager,
      offer('plat', 'emergency-shelter', 'shelter-placement', 'stat', 'Tempat aman malam ini.'),
      key,
    ),
  );
  await at('+0:30');
  await step('PLAT accepts', (key) => answerHandoff(plat, shelter.id, 'acceptances', {}, key));
  await step('the child is admitted', (key) =>
    recordAttended(plat, caseId, shelter.id, 'emergency-shelter', key),
  );
  await at('+2:30');
  await step('the child is examined', (key) =>
    recordAttended(doctor, caseId, exam.id, 'medico-legal-exam', key),
  );
  await step('the examination is done', (key) =>
    answerHandoff(doctor, exam.id, 'completions', { outcome: 'service-provided' }, key),
  );

  await at('+18:00');
  const inquiry = await step('a social report is asked', (key) =>
    requestHandoff(
      manager,
      offer('dinsos', 'social-report', 'social-report', 'urgent', 'Laporan sosial untuk penyidik.'),
      key,
    ),
  );
  await at('+1:00');
  await step('the social worker accepts', (key) => answerHandoff(social, inquiry.id, 'acceptances', {}, key));
  await at('+53:00');
  await step('the home visit is made', (key) =>
    recordAttended(social, caseId, inquiry.id, 'social-report', key),
  );
  await step('the social report is delivered', (key) =>
    answerHandoff(social, inquiry.id, 'completions', { outcome: 'service-provided' }, key),
  );

  await at('+2d');
  await step('a plan is agreed', () =>
    agreePlan(manager, caseId, 'Aman dan pulih, tetap bersekolah.', [
      'Konseling mingguan',
      'Pendampingan hukum',
      'Pengaturan sekolah',
    ]),
  );
  const legal = await step('legal aid is asked', (key) =>
    requestHandoff(
      manager,
      offer('lbh-1', 'legal-aid', 'legal-aid', 'routine', 'Pendampingan hukum dan restitusi.'),
      key,
    ),
  );
  await at('+5:00');
  await step('legal aid accepts', (key) => answerHandoff(lawyer, legal.id, 'acceptances', {}, key));
  await at('+1d');
  await step('the first counselling hour', (key) =>
    psychologist.post(
      'victim-services',
      `/v1/cases/${caseId}/service-events`,
      { serviceType: 'counselling', status: 'attended', note: 'Anak datang bersama pendamping.' },
      { key },
    ),
  );
  await step('legal aid confirms receipt of papers', () =>
    lawyer.get('referral', `/v1/handoffs/${legal.id}`),
  );
}

const decision = { riskLevel: 'high', exploitationTypes: ['cse-commercial'], authority: 'uptd-ppa' };

const found = reportOf({
  summary: 'Anak ditemukan dalam operasi malam. Diduga diatur oleh orang dewasa yang dekat dengannya.',
  policeReportNumber: 'LP/A/9001/X/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT',
  children: [zamrud],
  modus: ['chat-app-advert', 'romantic-partner', 'at-lodging'],
  contributingFactors: ['peer-influence', 'lifestyle-pressure'],
});
