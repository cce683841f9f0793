import { eventually } from '@rujukan/testing';
import { agencyId } from '../../../deploy/demo/directory.mjs';
import { acceptReport, accessToCase, answerHandoff, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { aConsent } from '../support/consent.js';
import { aChild, aDecision, aReport } from '../support/report.js';
import { anOffer, aStory, refusalOf, written } from '../support/story.js';

// Told 25 days back, so that her birthday, 20 days after the story's anchor, is in no other case's future.
const { api, at, step, anchor } = aStory('d11', 25);
const desk = api.as('uptd.pengaduan');
const manager = api.as('uptd.manajer');
const supervisor = api.as('uptd.penyelia');
const social = api.as('dinsos.peksos');

const birthday = new Date(anchor.getTime() + 20 * 86_400_000);
const birthDate = `${birthday.getUTCFullYear() - 18}${birthday.toISOString().slice(4, 10)}`;
const referredIn = aReport({
  channel: 'referral-in',
  children: [aChild({ name: 'Sungkai Contoh', birthDate, nik: undefined, ageCertainty: 'documented' })],
  modus: ['chat-app-advert', 'self-initiated-apparent'],
  contributingFactors: ['economic-hardship', 'lifestyle-pressure'],
});
const support = {
  serviceType: 'social-assistance',
  shareProfile: 'social-report',
  priority: 'routine',
  basis: { code: 'consent' },
};

let caseId: string;
let aid: { id: string };

const says = (who: Record<string, unknown>, recipient: string) =>
  manager.post(
    'referral',
    `/v1/cases/${caseId}/consents`,
    aConsent({ recipients: [agencyId(recipient)], ...who }, anchor),
  );
const asking = (to: string, more: Record<string, unknown>) =>
  refusalOf(() => manager.post('referral', '/v1/handoffs', written(caseId, to, more)));

const mother = { givenBy: 'by-parent', relation: 'mother' };
const herself = { givenBy: 'by-child', relation: 'self' };

describe('D-11: what she refuses, and the day on which she is eighteen', () => {
  beforeAll(async () => {
    await at('-84d 1:00');
    const report = await step('filed', (key) => desk.post('intake', '/v1/reports', referredIn, { key }));
    const decision = aDecision({ riskLevel: 'medium' });
    const accepted = await step('accepted', (key) => acceptReport(desk, report.id, decision, key));
    caseId = accepted.cases[0].id;
    await at('-30d 0:00');
    await accessToCase(manager, 'intake', caseId);
  });

  it('respects her no to a shelter: it goes out only when two people have answered for it', async () => {
    await manager.get('referral', `/v1/cases/${caseId}`);
    await says({ ...herself, isGiven: false, childAssent: 'refused', fieldGroups: [] }, 'plat');
    expect(await asking('plat', {})).toBe('override-required');

    const proposal = {
      basis: 'public-task',
      toAgencyId: agencyId('plat'),
      serviceType: 'emergency-shelter',
      reason: 'immediate-danger',
    };
    const proposed = await manager.post('referral', `/v1/cases/${caseId}/basis-overrides`, proposal);
    const verdict = `/v1/basis-overrides/${proposed.id}/decisions`;
    expect(await asking('plat', {})).toBe('override-required');
    await manager.post('referral', verdict, { verdict: 'approved' }, { ifMatch: 1, expect: [403] });
    await supervisor.post('referral', verdict, { verdict: 'refused' }, { ifMatch: 1 });
    expect(await asking('plat', {})).toBe('override-required');
  });

  it('goes out past her no for one handoff, when a supervisor has approved it, and both answer for it by name', async () => {
    const danger = {
      basis: 'public-task',
      toAgencyId: agencyId('plat'),
      serviceType: 'emergency-shelter',
      reason: 'immediate-danger',
    };
    const proposed = await step('exception asked', (key) =>
      manager.post('referral', `/v1/cases/${caseId}/basis-overrides`, danger, { key }),
    );
    await step('exception approved', (key) =>
      supervisor.post(
        'referral',
        `/v1/basis-overrides/${proposed.id}/decisions`,
        { verdict: 'approved' },
        { key, ifMatch: 1 },
      ),
    );
    const bed = await step('bed asked', (key) => requestHandoff(manager, anOffer(caseId, 'plat'), key));
    expect(await manager.get('referral', `/v1/handoffs/${bed.id}`)).toMatchObject({
      lawfulBasis: { code: 'public-task', overrideId: proposed.id },
    });
    await step('bed taken back', (key) =>
      manager.post(
        'referral',
        `/v1/handoffs/${bed.id}/recalls`,
        { reason: 'no-longer-needed' },
        { key, ifMatch: 1 },
      ),
    );
    expect(await asking('plat', {})).toBe('override-required');
    const { items } = await manager.get('referral', `/v1/cases/${caseId}/basis-overrides`);
    const used = items.find((one: { id: string }) => one.id === proposed.id);
    expect(used).toMatchObject({ status: 'used', reason: 'immediate-danger' });
    expect(used.proposedBy).not.toBe(used.decidedBy);
  });

  it('gives economic support on her mother’s consent, with her own assent', async () => {
    expect(await asking('dinsos', support)).toBe('consent-does-not-cover');
    await says(mother, 'dinsos');
    aid = await step('asked', (key) => requestHandoff(manager, anOffer(caseId, 'dinsos', support), key));
    await step('given', (key) => answerHandoff(social, aid.id, 'acceptances', {}, key));
    await accessToCase(social, 'intake', caseId);
  });

  it('does not take her own word for a consent while she is a child', async () => {
    expect(await refusalOf(() => says(herself, 'dinsos'))).toBe('consent-giver-not-entitled');
  });

  it('no longer rests on her parents’ consent from her birthday on', async () => {
    const [before] = (await manager.get('referral', `/v1/cases/${caseId}/consents`)).items.filter(
      (one: { givenBy: string }) => one.givenBy === 'by-parent',
    );
    expect(before.counts).toBe(true);
    await at('-0:00');
    await at('+20d');
    const after = await eventually(
      'the parents’ consent to count no more',
      async () => {
        const now = await manager.get('referral', `/v1/consents/${before.id}`);
        return !now.counts && now;
      },
      { withinMs: 60_000, everyMs: 250 },
    );
    expect(after).toMatchObject({ status: 'active', whyNot: 'consent-giver-not-entitled' });
    expect(await asking('dinsos', support)).toBe('consent-giver-not-entitled');
    expect(await refusalOf(() => says(mother, 'dinsos'))).toBe('consent-giver-not-entitled');
  });

  it('rests on her own', async () => {
    await says(herself, 'dinsos');
    expect(await asking('dinsos', support)).toBe('done');
    const file = await manager.get('intake', `/v1/cases/${caseId}`);
    expect(file.ageBand).toBe('18+');
  });
});
