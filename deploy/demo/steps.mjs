// @ts-check
// The steps that stories are made of, each through the public APIs.
import { agencyId, serviceId } from './directory.mjs';
import { until } from './client.mjs';

/** @typedef {ReturnType<ReturnType<import('./client.mjs').connect>['as']>} Caller */

/** @param {Caller} officer @param {string} reportId @param {any} decision @param {string} [key] */
export async function acceptReport(officer, reportId, decision, key) {
  const report = await officer.get('intake', `/v1/reports/${reportId}`);
  return officer.post(
    'intake',
    `/v1/reports/${reportId}/acceptances`,
    decision,
    options(report.version, key),
  );
}

/**
 * Sends a handoff as soon as the referral service knows the case.
 *
 * @param {Caller} sender
 * @param {{ caseId: string, to: string, serviceType: string, shareProfile: string, basis: any, purpose: string, priority: string, kind?: string }} offer
 * @param {string} [key]
 */
export async function requestHandoff(sender, offer, key) {
  await until('the case in the referral service', () => sender.get('referral', `/v1/cases/${offer.caseId}`));
  const kind = offer.kind ?? 'referral';
  return sender.post(
    'referral',
    '/v1/handoffs',
    {
      caseId: offer.caseId,
      kind,
      to: {
        agencyId: agencyId(offer.to),
        ...(kind === 'transfer' ? {} : { serviceId: serviceId(offer.to, offer.serviceType) }),
      },
      serviceType: offer.serviceType,
      shareProfile: offer.shareProfile,
      lawfulBasis: offer.basis,
      purpose: offer.purpose,
      priority: offer.priority,
    },
    key ? { key } : {},
  );
}

/**
 * Answers a handoff: `receipts`, `acceptances`, `rejections` or `completions`.
 *
 * @param {Caller} receiver @param {string} handoffId @param {string} answer @param {any} [body] @param {string} [key]
 */
export async function answerHandoff(receiver, handoffId, answer, body = {}, key) {
  const handoff = await receiver.get('referral', `/v1/handoffs/${handoffId}`);
  return receiver.post(
    'referral',
    `/v1/handoffs/${handoffId}/${answer}`,
    body,
    options(handoff.version, key),
  );
}

/**
 * Waits until the receiver may see the case in a service: access follows acceptance by events.
 *
 * @param {Caller} caller @param {'intake' | 'victim-services'} service @param {string} caseId
 */
export const accessToCase = (caller, service, caseId) =>
  until(`access of ${caller.who} in ${service}`, () =>
    caller.get(service, service === 'intake' ? `/v1/cases/${caseId}` : `/v1/cases/${caseId}/support`),
  );

/**
 * @param {Caller} caller @param {string} caseId @param {string} handoffId @param {string} serviceType @param {string} [key]
 */
export const recordAttended = (caller, caseId, handoffId, serviceType, key) =>
  caller.post(
    'victim-services',
    `/v1/cases/${caseId}/service-events`,
    { handoffId, serviceType, status: 'attended' },
    key ? { key } : {},
  );

/**
 * The police have been told, by another road than this system; who is late says why.
 *
 * @param {Caller} manager @param {string} caseId @param {string} policeReportNumber
 * @param {{ key: string, lateReason?: { code: string, text: string } }} more
 */
export async function recordPoliceReport(manager, caseId, policeReportNumber, { key, ...late }) {
  const { version } = await manager.get('intake', `/v1/cases/${caseId}`);
  const report = { policeReportNumber, ...late };
  return manager.post('intake', `/v1/cases/${caseId}/police-reports`, report, options(version, key));
}

/** @param {Caller} manager @param {string} caseId @param {string} objective @param {string[]} actions */
export async function agreePlan(manager, caseId, objective, actions) {
  const support = await accessToCase(manager, 'victim-services', caseId);
  const ifMatch = support.plan?.version ?? 0;
  return manager.put('victim-services', `/v1/cases/${caseId}/plan`, { objective, actions }, { ifMatch });
}

/**
 * Asks for closure as soon as the ends of all handoffs have arrived there.
 *
 * @param {Caller} manager @param {string} caseId @param {string} [key]
 */
export const requestClosure = (manager, caseId, key) =>
  until('the ends of all handoffs', async () => {
    const path = `/v1/cases/${caseId}/closure-requests`;
    const options = { expect: [200, 201, 409], ...(key ? { key } : {}) };
    const answer = await manager.post('victim-services', path, { reason: 'goals-met' }, options);
    if (answer.code && answer.code !== 'handoffs-open')
      throw new Error(`closure was refused: ${answer.code}`);
    return answer.id ? answer : undefined;
  });

/** @param {number} version @param {string | undefined} key */
const options = (version, key) => (key ? { ifMatch: version, key } : { ifMatch: version });
