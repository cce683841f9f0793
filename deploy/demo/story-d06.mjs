// @ts-check
// D-06: a shelter declines for capacity, the next one takes the child within the three hours that her need allows.
import { pandan } from './child.mjs';
import { reportOf } from './report.mjs';
import {
  acceptReport,
  agreePlan,
  answerHandoff,
  recordAttended,
  requestClosure,
  requestHandoff,
} from './steps.mjs';

const vital = { code: 'vital-interest' };
const public_ = { code: 'public-task' };

/** @param {import('./replay.mjs').Stage} stage */
export async function storyD06({ api, at, step }) {
  const police = api.as('pol.penyidik');
  const intake = api.as('uptd.pengaduan');
  const manager = api.as('uptd.manajer');
  const plat = api.as('plat.pengelola');
  const ngo = api.as('ngo.pengelola');
  const lawyer = api.as('lbh1.advokat');

  await at('-49d 11h');
  const report = await step('police file the report', (key) =>
    police.post('intake', '/v1/reports', found, { key }),
  );
  await at('+0:15');
  const accepted = await step('intake accepts', (key) => acceptReport(intake, report.id, decision, key));
  const caseId = accepted.cases[0].id;

  await at('+0:05');
  const shelter = (/** @type {string} */ to) => ({
    caseId,
    to,
    serviceType: 'emergency-shelter',
    shareProfile: 'shelter-placement',
    basis: vital,
    purpose: 'Tempat aman malam ini.',
    priority: 'stat',
  });
  const first = await step('shelter is asked of PLAT', (key) =>
    requestHandoff(manager, shelter('plat'), key),
  );
  await at('+0:30');
  await step('PLAT confirms receipt', (key) => answerHandoff(plat, first.id, 'receipts', {}, key));
  await at('+0:20');
  await step('PLAT declines: full', (key) =>
    answerHandoff(plat, first.id, 'rejections', { reason: 'no-capacity' }, key),
  );
  await at('+0:08');
  const second = await step('shelter is asked of the next provider', (key) =>
    requestHandoff(manager, shelter('ngo-e'), key),
  );
  await at('+1:37');
  await step('the next provider accepts', (key) => answerHandoff(ngo, second.id, 'acceptances', {}, key));
  await step('the child is admitted', (key) =>
    recordAttended(ngo, caseId, second.id, 'emergency-shelter', key),
  );

  await at('+5d');
  await step('a plan is agreed', () =>
    agreePlan(manager, caseId, 'Aman, pulih, dan kembali bersekolah.', [
      'Tempat aman',
      'Bantuan hukum',
      'Kembali ke sekolah',
    ]),
  );
  await at('+1d');
  const legal = await step('legal aid is asked', (key) =>
    requestHandoff(
      manager,
      {
        caseId,
        to: 'lbh-1',
        serviceType: 'legal-aid',
        shareProfile: 'legal-aid',
        basis: public_,
        purpose: 'Pendampingan dan restitusi.',
        priority: 'routine',
      },
      key,
    ),
  );
  await at('+6:00');
  await step('legal aid accepts', (key) => answerHandoff(lawyer, legal.id, 'acceptances', {}, key));
  await step('restitution is filed', (key) => recordAttended(lawyer, caseId, legal.id, 'legal-aid', key));
  await at('+30d');
  await step('the shelter stay ends', (key) =>
    answerHandoff(ngo, second.id, 'completions', { outcome: 'service-provided' }, key),
  );
  await step('legal aid ends', (key) =>
    answerHandoff(lawyer, legal.id, 'completions', { outcome: 'service-provided' }, key),
  );
  await at('+2d');
  await step('closure is requested', (key) => requestClosure(manager, caseId, key));
}

const decision = { riskLevel: 'high', exploitationTypes: ['cse-commercial'], authority: 'uptd-ppa' };

const found = reportOf({
  summary: 'Anak ditemukan bersama anak lain di penginapan. Membutuhkan tempat aman dan pendamping.',
  policeReportNumber: 'LP/A/9003/IX/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT',
  children: [pandan],
  modus: ['chat-app-advert', 'peer-recruiter'],
  contributingFactors: ['peer-influence', 'lifestyle-pressure'],
});
