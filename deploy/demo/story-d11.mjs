// @ts-check
// D-11: help on her mother's consent, which is taken back later; and what she asks of her own data.
import { sungkai } from './child.mjs';
import { agencyId } from './directory.mjs';
import { reportOf } from './report.mjs';
import { acceptReport, answerHandoff, recordPoliceReport, requestHandoff } from './steps.mjs';
import { until } from './client.mjs';

/** @param {import('./replay.mjs').Stage} stage */
export async function storyD11({ api, at, step, now }) {
  const intake = api.as('uptd.pengaduan');
  const manager = api.as('uptd.manajer');
  const social = api.as('dinsos.peksos');
  const officer = api.as('dpo');

  await at('-30d 1:00');
  const report = await step('another agency reports', (key) =>
    intake.post('intake', '/v1/reports', referredIn, { key }),
  );
  const accepted = await step('intake accepts', (key) => acceptReport(intake, report.id, decision, key));
  const caseId = accepted.cases[0].id;

  await at('+2d');
  await until('the case in the referral service', () => manager.get('referral', `/v1/cases/${caseId}`));
  const consent = await step('her mother consents to economic support, and so does she', (key) =>
    manager.post('referral', `/v1/cases/${caseId}/consents`, consentFrom(now()), { key }),
  );
  const aid = await step('economic support is asked on that consent', (key) =>
    requestHandoff(
      manager,
      {
        caseId,
        to: 'dinsos',
        serviceType: 'social-assistance',
        shareProfile: 'social-report',
        basis: { code: 'consent' },
        purpose: 'Bantuan ekonomi untuk keluarga.',
        priority: 'routine',
      },
      key,
    ),
  );
  await at('+4:00');
  await step('the social service accepts', (key) => answerHandoff(social, aid.id, 'acceptances', {}, key));

  await at('+2d');
  await step('the police are told, a day late', (key) =>
    recordPoliceReport(manager, caseId, policeNumber, {
      key,
      lateReason: { code: 'overlooked', text: 'Petugas menunggu keputusan keluarga lebih dahulu.' },
    }),
  );

  await at('-9d 2:00');
  await step('the consent is withdrawn', (key) =>
    manager.post(
      'referral',
      `/v1/consents/${consent.id}/withdrawals`,
      { by: 'by-parent', reason: 'withdrawn' },
      { key, ifMatch: consent.version },
    ),
  );
  await at('+1d');
  await step('the social service says that it has sealed its copy', async (key) => {
    const { items } = await social.get('referral', '/v1/withdrawal-notices?state=open');
    const notice = items.find((/** @type {any} */ one) =>
      one.handoffs.some((/** @type {any} */ handoff) => handoff.id === aid.id),
    );
    // Done before the load was cut off.
    if (!notice) return;
    await social.post(
      'referral',
      `/v1/withdrawal-notices/${notice.id}/answers`,
      { answer: 'sealed' },
      { key, ifMatch: notice.version },
    );
  });

  await at('-6d 4:00');
  const copy = await step('she asks for a copy of her file', (key) =>
    officer.post('audit', '/v1/data-subject-requests', asks('access', caseId, now()), { key }),
  );
  const limits = await step('and that its use be restricted', (key) =>
    officer.post('audit', '/v1/data-subject-requests', asks('restriction', caseId, now()), { key }),
  );
  await at('+1d 4:00');
  await step('her copy is given, without the data of others', (key) =>
    officer.post(
      'audit',
      `/v1/data-subject-requests/${copy.id}/answers`,
      {
        answer: 'partly',
        refusalReason: 'reveals-another',
        words: 'Salinan diberikan; data pihak lain ditutup.',
      },
      { key, ifMatch: copy.version },
    ),
  );
  await at('+2d');
  await step('the restriction is answered late, and why', (key) =>
    officer.post(
      'audit',
      `/v1/data-subject-requests/${limits.id}/answers`,
      {
        answer: 'partly',
        refusalReason: 'law-enforcement',
        words: 'Pemakaian dibatasi, kecuali untuk proses hukum yang berjalan.',
        lateReason: { code: 'staff-shortage', text: 'Pejabat pelindungan data bertugas di luar kota.' },
      },
      { key, ifMatch: limits.version },
    ),
  );
}

/** @param {string} kind @param {string} caseId @param {Date} receivedAt */
const asks = (kind, caseId, receivedAt) => ({
  caseId,
  kind,
  requester: 'child',
  guardian: 'not-suspect',
  identityCheck: 'known-in-person',
  receivedAt: receivedAt.toISOString(),
  words: 'Disampaikan langsung kepada pendamping.',
});

const day = 86_400_000;

/** @param {Date} given */
const consentFrom = (given) => ({
  isGiven: true,
  givenBy: 'by-parent',
  relation: 'mother',
  childAssent: 'given',
  purposes: ['service-provision'],
  recipients: [agencyId('dinsos')],
  told: [],
  fieldGroups: ['identity', 'residence', 'guardian', 'police-report-number', 'needs', 'safety'],
  text: { language: 'id', version: 1 },
  form: 'written',
  evidence: 'Lemari berkas 1',
  validFrom: given.toISOString(),
  validTo: new Date(given.getTime() + 60 * day).toISOString(),
});

const policeNumber = 'LP/B/9011/X/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT';

const decision = { riskLevel: 'medium', exploitationTypes: ['cse-commercial'], authority: 'uptd-ppa' };

const referredIn = reportOf({
  channel: 'referral-in',
  immediateSafety: 'safe',
  summary: 'Anak meminta dukungan ekonomi dan pendampingan. Tinggal bersama ibunya.',
  children: [sungkai],
  modus: ['chat-app-advert', 'self-initiated-apparent'],
  contributingFactors: ['economic-hardship', 'lifestyle-pressure'],
});
