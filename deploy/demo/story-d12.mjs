// @ts-check
// D-12: a referral goes to the wrong agency. It is called back, and told to whom the law says within its three days.
import { ulin } from './child.mjs';
import { agencyId } from './directory.mjs';
import { reportOf } from './report.mjs';
import { acceptReport, answerHandoff, requestHandoff } from './steps.mjs';

/** @param {import('./replay.mjs').Stage} stage @returns {Promise<string>} the case */
export async function storyD12({ api, at, step, now }) {
  const intake = api.as('uptd.pengaduan');
  const manager = api.as('uptd.manajer');
  const doctor = api.as('rs.dokter');
  const officer = api.as('dpo');
  const school = api.asClient('agency-disdik');

  await at('-18d 23:00');
  const report = await step('outreach reports', (key) =>
    intake.post('intake', '/v1/reports', found, { key }),
  );
  const accepted = await step('intake accepts', (key) => acceptReport(intake, report.id, decision, key));
  const caseId = accepted.cases[0].id;

  await at('-9d 22:55');
  const mistaken = await step('a referral is sent to the wrong agency', (key) =>
    requestHandoff(
      manager,
      {
        caseId,
        to: 'disdik',
        serviceType: 'education-support',
        shareProfile: 'education-support',
        basis: { code: 'public-task' },
        purpose: 'Pemeriksaan psikiatri.',
        priority: 'urgent',
      },
      key,
    ),
  );
  await at('+0:15');
  const openedAt = now();
  await step('which opens it', () => school.get('referral', `/v1/handoffs/${mistaken.id}`));
  await at('+0:12');
  await step('the sender calls it back', (key) =>
    answerHandoff(manager, mistaken.id, 'recalls', { reason: 'wrong-receiver' }, key),
  );
  await at('+0:08');
  const breach = await step('the breach goes on the register', (key) =>
    officer.post('audit', '/v1/breaches', breachOf(caseId, openedAt, now()), { key }),
  );
  await at('+0:05');
  const right = await step('the hospital is asked instead', (key) =>
    requestHandoff(
      manager,
      {
        caseId,
        to: 'rsud',
        serviceType: 'psychiatric-care',
        shareProfile: 'psychosocial-care',
        basis: { code: 'public-task' },
        purpose: 'Pemeriksaan psikiatri.',
        priority: 'urgent',
      },
      key,
    ),
  );
  await at('+1:00');
  await step('the hospital accepts', (key) => answerHandoff(doctor, right.id, 'acceptances', {}, key));
  await at('+2d 3:00');
  await step('the authority and the child have been told', (key) =>
    officer.post(
      'audit',
      `/v1/breaches/${breach.id}/notifications`,
      {
        authorityToldAt: now().toISOString(),
        notices: [{ caseId, channel: 'in-person', guardian: 'not-suspect' }],
      },
      { key, ifMatch: breach.version },
    ),
  );
  return caseId;
}

/** @param {string} caseId @param {Date} from @param {Date} to */
const breachOf = (caseId, from, to) => ({
  cause: 'wrong-recipient',
  knownAt: to.toISOString(),
  happenedFrom: from.toISOString(),
  happenedTo: to.toISOString(),
  dataClasses: ['health'],
  persons: 1,
  caseIds: [caseId],
  agencyIds: [agencyId('disdik')],
  description: 'Rujukan terkirim ke instansi yang salah dan sempat dibuka.',
  handling: 'Rujukan ditarik; pratinjau pada penerima dihapus.',
});

const decision = { riskLevel: 'high', exploitationTypes: ['cse-commercial'], authority: 'uptd-ppa' };

const found = reportOf({
  channel: 'outreach-channel',
  policeReportNumber: 'LP/B/9012/X/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT',
  summary: 'Anak ditemukan kembali oleh petugas penjangkauan.',
  children: [ulin],
  modus: ['social-media-advert', 'peer-recruiter'],
  contributingFactors: ['lifestyle-pressure', 'substance-use'],
});
