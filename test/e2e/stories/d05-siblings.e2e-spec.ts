import { agencyId } from '../../../deploy/demo/directory.mjs';
import {
  acceptReport,
  accessToCase,
  agreePlan,
  answerHandoff,
  requestHandoff,
} from '../../../deploy/demo/steps.mjs';
import { aChild, aDecision, aReport } from '../support/report.js';
import { anOffer, aStory, inLog, refusalOf } from '../support/story.js';

const story = aStory('d05');
const { api, at, step, agencyOf } = story;
const oversight = api.as('kpad.komisioner');
const desk = api.as('uptd.pengaduan');
const manager = api.as('uptd.manajer');
const shelter = api.as('ngo.pengelola');

const residence = { areaCode: '61.71.03' };
const sister = aChild({
  name: 'Kasturi Contoh',
  birthDate: '2010-10-11',
  nik: '6171995110100005',
  residence,
});
const brother = aChild({
  name: 'Kemiri Contoh',
  sex: 'male',
  birthDate: '2013-02-08',
  nik: '6171990802130006',
  residence,
});
const anonymous = aReport({
  channel: 'web-form',
  reporterRole: 'citizen',
  isAnonymous: true,
  recipientAgencyId: agencyId('kpad'),
  place: { type: 'home', areaCode: '61.71.03' },
  summary: 'Dua anak di satu rumah membutuhkan pertolongan.',
  children: [sister, brother],
  modus: ['family-member', 'debt'],
  contributingFactors: ['economic-hardship', 'debt-family'],
});
const contactPlan = 'Kakak dan adik bertemu setiap Sabtu';

let reportId: string;
let hers: string;
let his: string;

describe('D-05: a sister and a brother, reported by somebody who gave no name', () => {
  beforeAll(async () => {
    await at('-6d 0:45');
    const report = await step('filed', (key) => oversight.post('intake', '/v1/reports', anonymous, { key }));
    reportId = report.id;
    const order = { toAgencyId: agencyId('uptd-ptk'), reason: 'out-of-jurisdiction' };
    await step('handed on', (key) =>
      oversight.post('intake', `/v1/reports/${reportId}/forwardings`, order, {
        key,
        ifMatch: report.version,
      }),
    );
    await at('+5:40');
    const accepted = await step('accepted', (key) => acceptReport(desk, reportId, aDecision(), key));
    const files = await Promise.all(
      accepted.cases.map((one: { id: string }) => accessToCase(manager, 'intake', one.id)),
    );
    hers = files.find((file) => file.child.name === sister['name']).id;
    his = files.find((file) => file.child.name === brother['name']).id;
    await at('+2:00');
    const placement = await step('bed asked', (key) => requestHandoff(manager, anOffer(hers, 'ngo-e'), key));
    await at('+0:20');
    await step('bed given', (key) => answerHandoff(shelter, placement.id, 'acceptances', {}, key));
    await accessToCase(shelter, 'intake', hers);
    for (const caseId of [hers, his])
      await step('plan', () => agreePlan(manager, caseId, 'Aman dan tetap saling bertemu.', [contactPlan]));
  });

  it('is one incident and two cases', async () => {
    expect(hers).not.toBe(his);
    const [one, other] = await Promise.all([hers, his].map((id) => manager.get('intake', `/v1/cases/${id}`)));
    expect(one.incident.id).toBe(other.incident.id);
  });

  it('opens the sister’s file to the shelter, and nothing of the brother’s', async () => {
    const file = await shelter.get('intake', `/v1/cases/${hers}`);
    expect(file.child.name).toBe('Kasturi Contoh');
    expect(JSON.stringify(file)).not.toMatch(/Kemiri|6171990802130006/);
    expect(JSON.stringify(file)).not.toContain(his);

    const doors = [
      ['intake', `/v1/cases/${his}`],
      ['intake', `/v1/cases/${his}/timeline`],
      ['referral', `/v1/cases/${his}`],
      ['victim-services', `/v1/cases/${his}/support`],
    ] as const;
    for (const [service, path] of doors) await shelter.get(service, path, { expect: [404] });
    const { items } = await shelter.get('intake', '/v1/cases?limit=100');
    const listed = items.map((one: { id: string }) => one.id);
    expect(listed).toContain(hers);
    expect(listed).not.toContain(his);
    const denied = await inLog(story, `case=${his}&outcome=denied&agency=${agencyOf('ngo.pengelola')}`);
    expect(denied.map(({ type }) => type)).toContain('case.read');
  });

  it('shows the plan by which they meet in both cases', async () => {
    for (const caseId of [hers, his]) {
      const { plan } = await manager.get('victim-services', `/v1/cases/${caseId}/support`);
      expect(plan.actions).toContain(contactPlan);
    }
  });

  it('keeps whoever reported it unknown: there is nothing to show, and nothing can be added', async () => {
    for (const reader of [oversight, desk, manager]) {
      const report = await reader.get('intake', `/v1/reports/${reportId}`);
      expect(report).not.toHaveProperty('reporterContact');
    }
    const named = { ...anonymous, reporterContact: { phone: '+62561000005' } };
    expect(await refusalOf(() => oversight.post('intake', '/v1/reports', named))).toBe('invalid-request');
  });
});
