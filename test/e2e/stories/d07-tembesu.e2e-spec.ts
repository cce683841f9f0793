import { agencyId } from '../../../deploy/demo/directory.mjs';
import { acceptReport, accessToCase, answerHandoff, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { until } from '../../../deploy/demo/client.mjs';
import { aChild, aDecision, aReport } from '../support/report.js';
import { anOffer, aStory, inLog, type Entry } from '../support/story.js';

const story = aStory('d07');
const { api, at, step, agencyOf, clock } = story;
const desk = api.as('uptd.pengaduan');
const manager = api.as('uptd.manajer');
const province = api.as('prov.manajer');
const home = api.as('skw.manajer');
const lawyer = api.as('lbh1.advokat');
const shelter = api.as('plat.pengelola');
const police = api.as('pol.penyidik');

const trafficked = aReport({
  channel: 'sapa129',
  reporterRole: 'officer',
  children: [
    aChild({
      name: 'Tembesu Contoh',
      birthDate: '2009-01-25',
      nik: '6172996501090008',
      residence: { areaCode: '61.72.02', address: 'Jalan Percobaan 8' },
    }),
  ],
  exploitationTypes: ['trafficking-sexual'],
  modus: ['fake-job-offer', 'broker', 'debt'],
  contributingFactors: ['economic-hardship', 'parent-migrant'],
});

let caseId: string;
let legal: { id: string };
let investigation: { id: string };
let waiting: { id: string };
let transfer: { id: string };
let onward: { id: string };
let dayAfter: Date;
let handedOver: Date;

const items = ['child', 'service-file', 'travel-plan'];
const minutes = () => ({ handedOverAt: handedOver.toISOString(), items });

/** By road of the province: who hands over to whom. */
const legs = () =>
  [
    [transfer, ['uptd.manajer', 'prov.manajer']],
    [onward, ['prov.manajer', 'skw.manajer']],
  ] as const;

describe('D-07: a case goes home to another city', () => {
  beforeAll(async () => {
    await at('-15d 16:40');
    const report = await step('filed', (key) => desk.post('intake', '/v1/reports', trafficked, { key }));
    const decision = aDecision({ exploitationTypes: ['trafficking-sexual'] });
    const accepted = await step('accepted', (key) => acceptReport(desk, report.id, decision, key));
    caseId = accepted.cases[0].id;
    await at('+1d');
    const aid = { serviceType: 'legal-aid', shareProfile: 'legal-aid', priority: 'routine' };
    legal = await step('aid asked', (key) => requestHandoff(manager, anOffer(caseId, 'lbh-1', aid), key));
    await at('+0:30');
    await step('aid given', (key) => answerHandoff(lawyer, legal.id, 'acceptances', {}, key));
    await accessToCase(lawyer, 'intake', caseId);
    const reported = {
      serviceType: 'law-enforcement',
      shareProfile: 'police-report',
      basis: { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' },
    };
    investigation = await step('police told', (key) =>
      requestHandoff(manager, anOffer(caseId, 'pol-ptk', reported), key),
    );
    await step('police took it', (key) => answerHandoff(police, investigation.id, 'acceptances', {}, key));
    await accessToCase(police, 'intake', caseId);

    await at('-6d 23:00');
    const whole = { kind: 'transfer', serviceType: 'case-management', shareProfile: 'case-transfer' };
    transfer = await step('proposed', (key) =>
      requestHandoff(manager, anOffer(caseId, 'uptd-prov', whole), key),
    );
    await at('+3:00');
    await step('acknowledged', (key) => answerHandoff(province, transfer.id, 'receipts', {}, key));
    await at('+1d');
    waiting = await step('bed asked meanwhile', (key) =>
      requestHandoff(manager, anOffer(caseId, 'plat'), key),
    );
    await at('-4d 20:00');
    await step('the province has it', (key) => answerHandoff(province, transfer.id, 'acceptances', {}, key));
    await accessToCase(province, 'intake', caseId);
    onward = await step('proposed on', (key) =>
      requestHandoff(province, anOffer(caseId, 'uptd-skw', whole), key),
    );
    await at('-3d 22:00');
    await step('accepted at home', (key) => answerHandoff(home, onward.id, 'acceptances', {}, key));
    await accessToCase(home, 'intake', caseId);
    handedOver = clock.now();
    await at('+0:10');
    for (const [leg, signers] of legs())
      for (const signer of signers)
        await step('minutes', (key) =>
          api.as(signer).post('referral', `/v1/handoffs/${leg.id}/minutes`, minutes(), { key }),
        );
    await until('the old agency to be turned away', async () => {
      const answer = await manager.get('intake', `/v1/cases/${caseId}`, { expect: [200, 404] });
      return answer.status === 404;
    });
    await at('+1d');
    dayAfter = clock.now();
  });

  it('leaves the old custodian the receipt, and nothing else of the case', async () => {
    const receipt = await manager.get('referral', `/v1/handoffs/${transfer.id}`);
    expect(receipt).toMatchObject({ kind: 'transfer', status: 'accepted', number: expect.any(String) });
    for (const handoff of [legal, investigation, waiting])
      await manager.get('referral', `/v1/handoffs/${handoff.id}`, { expect: [404] });
    await manager.get('referral', `/v1/cases/${caseId}`, { expect: [404] });
    await manager.get('referral', `/v1/cases/${caseId}/disclosures`, { expect: [404] });
    await manager.get('victim-services', `/v1/cases/${caseId}/support`, { expect: [404] });
    const { items } = await manager.get('referral', `/v1/handoffs?box=outbox&caseId=${caseId}&limit=100`);
    expect(items.map((line: { id: string }) => line.id)).toEqual([transfer.id]);
  });

  it('denies the attempt on the day after, and has it on record', async () => {
    await manager.get('intake', `/v1/cases/${caseId}`, { expect: [404] });
    const from = encodeURIComponent(new Date(dayAfter.getTime() - 60_000).toISOString());
    const [denied] = await inLog(
      story,
      `case=${caseId}&type=case.read&outcome=denied&agency=${agencyOf('uptd.manajer')}&from=${from}`,
    );
    expect(denied!.entity).toContainEqual(expect.objectContaining({ type: 'case', id: caseId }));
    expect(Date.parse(denied!.occurred)).toBeGreaterThanOrEqual(dayAfter.getTime());
  });

  it('has one custodian, under a new epoch with each leg, and the whole history', async () => {
    const custody = await home.get('referral', `/v1/cases/${caseId}`);
    expect(custody).toMatchObject({ custodianAgencyId: agencyOf('skw.manajer'), epoch: 3 });
    expect(custody.history).toEqual([
      expect.objectContaining({ agencyId: agencyOf('uptd.manajer'), epoch: 1 }),
      expect.objectContaining({ agencyId: agencyOf('prov.manajer'), epoch: 2, handoffId: transfer.id }),
      expect.objectContaining({ agencyId: agencyOf('skw.manajer'), epoch: 3, handoffId: onward.id }),
    ]);
  });

  it('leaves the province, once the case has gone on, the receipts of its two legs and nothing else', async () => {
    for (const leg of [transfer, onward])
      expect(await province.get('referral', `/v1/handoffs/${leg.id}`)).toMatchObject({ status: 'accepted' });
    await until('the province to be turned away', async () => {
      const answer = await province.get('intake', `/v1/cases/${caseId}`, { expect: [200, 404] });
      return answer.status === 404;
    });
    await province.get('referral', `/v1/cases/${caseId}`, { expect: [404] });
    for (const handoff of [legal, investigation])
      await province.get('referral', `/v1/handoffs/${handoff.id}`, { expect: [404] });
  });

  it('was handed over with minutes that both agencies of each leg signed, each in an entry of its own', async () => {
    for (const [leg, signers] of legs()) {
      const agencies = signers.map((login) => agencyOf(login));
      for (const signer of signers) {
        const written = await api.as(signer).get('referral', `/v1/handoffs/${leg.id}/minutes`);
        expect(written).toMatchObject({
          ...minutes(),
          signatures: agencies.map((agencyId) => ({ agencyId })),
        });
      }
      const isOfLeg = ({ entity }: Entry) => entity.some(({ id }) => id === leg.id);
      const signed = await inLog(
        story,
        `case=${caseId}&type=custody.sign-minutes&outcome=success`,
        (entries) => entries.filter(isOfLeg).length === 2,
      );
      const who = signed.filter(isOfLeg).map(({ actor }) => actor.org);
      expect(who.sort()).toEqual([...agencies].sort());
    }
    await lawyer.get('referral', `/v1/handoffs/${onward.id}/minutes`, { expect: [404] });
  });

  it('leaves the investigation in the first city, tied to her new agency', async () => {
    const tie = { from: { agencyId: agencyId('uptd-skw') }, to: { agencyId: agencyId('pol-ptk') } };
    for (const party of [police, home])
      expect(await party.get('referral', `/v1/handoffs/${investigation.id}`)).toMatchObject({
        ...tie,
        status: 'accepted',
      });
    await police.get('intake', `/v1/cases/${caseId}`);
    expect(await police.get('referral', `/v1/cases/${caseId}`)).toMatchObject({
      custodianAgencyId: agencyOf('skw.manajer'),
    });
  });

  it('goes on with her lawyer and with the bed that was asked for, under the new owner', async () => {
    const mine = { from: { agencyId: agencyId('uptd-skw') } };
    expect(await home.get('referral', `/v1/handoffs/${legal.id}`)).toMatchObject({
      ...mine,
      status: 'accepted',
    });
    await lawyer.get('intake', `/v1/cases/${caseId}`);
    await step('bed given', (key) => answerHandoff(shelter, waiting.id, 'acceptances', {}, key));
    expect(await home.get('referral', `/v1/handoffs/${waiting.id}`)).toMatchObject({
      ...mine,
      status: 'accepted',
    });
  });
});
