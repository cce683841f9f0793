import { shareProfiles } from '@rujukan/contracts';
import { eventually } from '@rujukan/testing';
import { until } from '../../deploy/demo/client.mjs';
import {
  accessToCase,
  agreePlan,
  answerHandoff,
  recordAttended,
  requestHandoff,
} from '../../deploy/demo/steps.mjs';
import { openedCases, shelteredCase, shelterOf } from './support/path.js';
import { aChild, aReport } from './support/report.js';
import { world } from './support/world.js';

const here = world();
const { api, agencyOf } = here;
const manager = api.as('uptd.manajer');
const shelter = api.as('ngo.pengelola');

describe('one case from report to closure', () => {
  it('gives the police a receipt with a number that can be read out', async () => {
    const filed = await api.as('pol.penyidik').post('intake', '/v1/reports', aReport());
    expect(filed).toMatchObject({ status: 'received', recipientAgencyId: agencyOf('uptd.manajer') });
    expect(filed.number).toMatch(/^L-[0-9A-Z]{8}-.$/);
  });

  it('opens one incident and one case per child', async () => {
    const two = aReport({ children: [aChild(), aChild({ name: 'Jalak Contoh', nik: undefined })] });
    const { caseIds } = await openedCases(here, two);
    expect(new Set(caseIds).size).toBe(2);
    const [first, second] = await Promise.all(caseIds.map((id) => manager.get('intake', `/v1/cases/${id}`)));
    expect(first.incident.id).toBe(second.incident.id);
    expect(first.custodianAgencyId).toBe(agencyOf('uptd.manajer'));
  });

  it('shows a receiver the envelope before it accepts, and nothing that identifies', async () => {
    const { caseIds } = await openedCases(here);
    const handoff = await requestHandoff(manager, shelterOf(caseIds[0]!));
    const envelope = await shelter.get('referral', `/v1/handoffs/${handoff.id}`);
    expect(envelope.allowedActions).toEqual(expect.arrayContaining(['receive', 'accept', 'reject']));
    expect(envelope).not.toHaveProperty('caseId');
    expect(envelope).not.toHaveProperty('caseNumber');
    expect(envelope).not.toHaveProperty('purpose');
    expect(JSON.stringify(envelope)).not.toMatch(/Kenari|Merpati|Percobaan|6171994104100101|2010-04-01/);
    await shelter.get('intake', `/v1/cases/${caseIds[0]}`, { expect: [404] });
  });

  it('shows it exactly the fields of the share profile after it accepts', async () => {
    const { caseId } = await shelteredCase(here);
    const seen = await shelter.get('intake', `/v1/cases/${caseId}`);
    expect(new Set(seen.fieldGroups)).toEqual(new Set(shareProfiles['shelter-placement'].fieldGroups));
    expect(seen.child.name).toBe('Kenari Contoh');
    const text = JSON.stringify(seen);
    expect(text).not.toContain('6171994104100101');
    expect(text).not.toContain('Jalan Percobaan 21');
    expect(text).not.toContain('ditemukan di penginapan');
  });

  it('tells the sender that the shelter is full, in a coded reason', async () => {
    const { caseIds } = await openedCases(here);
    const handoff = await requestHandoff(manager, shelterOf(caseIds[0]!, 'plat'));
    await answerHandoff(api.as('plat.pengelola'), handoff.id, 'rejections', { reason: 'no-capacity' });
    const told = await manager.get('referral', `/v1/handoffs/${handoff.id}`);
    expect(told).toMatchObject({ status: 'rejected', statusReason: 'no-capacity', allowedActions: [] });
  });

  it('puts the referral in service with the first contact, ends it with an outcome and closes with two people', async () => {
    const { caseId, handoffId } = await shelteredCase(here);
    await agreePlan(manager, caseId, 'Aman dan pulih.', ['Tempat aman']);
    await recordAttended(shelter, caseId, handoffId, 'emergency-shelter');
    await eventually('the referral in service', async () => {
      const { status } = await manager.get('referral', `/v1/handoffs/${handoffId}`);
      return status === 'in-progress';
    });
    const early = { reason: 'goals-met' };
    const refused = await manager.post('victim-services', `/v1/cases/${caseId}/closure-requests`, early, {
      expect: [409],
    });
    expect(refused.code).toBe('handoffs-open');

    await answerHandoff(shelter, handoffId, 'completions', { outcome: 'service-provided' });
    const closure = await until('the handoff ended there too', async () => {
      const answer = await manager.post('victim-services', `/v1/cases/${caseId}/closure-requests`, early, {
        expect: [200, 201, 409],
      });
      return answer.id ? answer : undefined;
    });
    const approval = `/v1/closure-requests/${closure.id}/approvals`;
    await manager.post('victim-services', approval, {}, { ifMatch: closure.version, expect: [403] });
    await api.as('uptd.penyelia').post('victim-services', approval, {}, { ifMatch: closure.version });
    await eventually('the case closed at intake', async () => {
      const { status } = await manager.get('intake', `/v1/cases/${caseId}`);
      return status === 'closed';
    });
    const late = await eventually('the closed case to be refused', async () => {
      const offer = { ...shelterOf(caseId), to: 'ngo-e' };
      const body = await requestHandoff(manager, offer).catch(
        (error: unknown) => (error as { call?: { body: { code: string } } }).call?.body,
      );
      return body?.code === 'case-closed' ? body : undefined;
    });
    expect(late.status).toBe(409);
  });
});

describe('a transfer', () => {
  it('moves custody to exactly one agency, and the old one sees nothing any more', async () => {
    const { caseIds } = await openedCases(here);
    const caseId = caseIds[0]!;
    const transfer = await requestHandoff(manager, {
      ...shelterOf(caseId, 'uptd-skw'),
      kind: 'transfer',
      serviceType: 'case-management',
      shareProfile: 'case-transfer',
    });
    const receiver = api.as('skw.manajer');
    await answerHandoff(receiver, transfer.id, 'acceptances');
    await eventually('the old agency to be turned away', () => turnedAway(caseId));
    await accessToCase(receiver, 'intake', caseId);
    await accessToCase(receiver, 'victim-services', caseId);
    const custody = await receiver.get('referral', `/v1/cases/${caseId}`);
    expect(custody).toMatchObject({ custodianAgencyId: agencyOf('skw.manajer'), epoch: 2 });
  });
});

async function turnedAway(caseId: string): Promise<boolean> {
  const answers = await Promise.all([
    manager.get('intake', `/v1/cases/${caseId}`, { expect: [200, 404] }),
    manager.get('victim-services', `/v1/cases/${caseId}/support`, { expect: [200, 404] }),
  ]);
  return answers.every((answer) => answer.status === 404);
}
