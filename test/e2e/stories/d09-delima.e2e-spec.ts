import { agencyId } from '../../../deploy/demo/directory.mjs';
import { acceptReport, accessToCase, answerHandoff, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { aConsent } from '../support/consent.js';
import { aChild, aDecision, aReport } from '../support/report.js';
import { anOffer, aStory, refusalOf, written } from '../support/story.js';

const { api, at, step, anchor } = aStory('d09');
const desk = api.as('uptd.pengaduan');
const manager = api.as('uptd.manajer');
const police = api.as('pol.penyidik');
const shelter = api.as('ngo.pengelola');

const delima = aChild({
  name: 'Delima Contoh',
  birthDate: '2012-04-05',
  nik: '6171994504120010',
  residence: { areaCode: '61.71.02', address: 'Jalan Percobaan 9' },
  guardian: { name: 'Wali Contoh', relationship: 'step-parent', isSuspect: true },
});
const atSchool = aReport({
  channel: 'school-channel',
  reporterRole: 'teacher',
  summary: 'Anak bercerita kepada guru. Yang diduga adalah orang tua tirinya.',
  children: [delima],
  modus: ['family-member'],
  contributingFactors: ['family-breakdown', 'parent-migrant'],
});

let caseId: string;
let placement: { id: string };

const consent = (more: Record<string, unknown>) =>
  refusalOf(() =>
    manager.post(
      'referral',
      `/v1/cases/${caseId}/consents`,
      aConsent({ recipients: [agencyId('ngo-e')], ...more }, anchor),
    ),
  );

describe('D-09: her guardian is the suspect', () => {
  beforeAll(async () => {
    await at('-11d 19:50');
    const report = await step('filed', (key) => desk.post('intake', '/v1/reports', atSchool, { key }));
    await at('+0:20');
    const accepted = await step('accepted', (key) => acceptReport(desk, report.id, aDecision(), key));
    caseId = accepted.cases[0].id;
    placement = await step('bed asked', (key) =>
      requestHandoff(
        manager,
        anOffer(caseId, 'ngo-e', { basis: { code: 'vital-interest' }, priority: 'stat' }),
        key,
      ),
    );
    await at('+0:30');
    await step('bed given', (key) => answerHandoff(shelter, placement.id, 'acceptances', {}, key));
    await accessToCase(shelter, 'intake', caseId);
  });

  it('goes to the police the same day on the duty of the law, and on nobody’s consent', async () => {
    const reported = {
      serviceType: 'law-enforcement',
      shareProfile: 'police-report',
      priority: 'stat',
      basis: { code: 'legal-obligation', article: 'UU 12/2022 Pasal 41' },
    };
    const noConsent = written(caseId, 'pol-ptk', { ...reported, basis: { code: 'consent' } });
    expect(await refusalOf(() => manager.post('referral', '/v1/handoffs', noConsent))).toBe('basis-missing');
    const told = await step('told', (key) =>
      requestHandoff(manager, anOffer(caseId, 'pol-ptk', reported), key),
    );
    await step('taken', (key) => answerHandoff(police, told.id, 'acceptances', {}, key));
    await accessToCase(police, 'intake', caseId);
  });

  it.each([
    ['the step-parent', { givenBy: 'by-guardian', relation: 'step-parent' }],
    ['whoever calls himself her father', { givenBy: 'by-parent', relation: 'father' }],
  ])('is not decided by %s', async (_, giver) => {
    expect(await consent(giver)).toBe('guardian-is-suspect');
  });

  it.each(['guardian', 'parent'])('lets nobody write down that a %s is to be told', async (told) => {
    expect(await consent({ givenBy: 'by-safe-adult', relation: 'grandparent', told: [told] })).toBe(
      'guardian-is-suspect',
    );
  });

  it('listens to her grandmother, who may be told', async () => {
    const said = aConsent(
      {
        recipients: [agencyId('ngo-e')],
        givenBy: 'by-safe-adult',
        relation: 'grandparent',
        told: ['child', 'safe-adult'],
      },
      anchor,
    );
    const { id } = await step('said', (key) =>
      manager.post('referral', `/v1/cases/${caseId}/consents`, said, { key }),
    );
    const kept = await manager.get('referral', `/v1/consents/${id}`);
    expect(kept).toMatchObject({ counts: true });
    expect([...kept.told].sort()).toEqual(['child', 'safe-adult']);
  });

  // The line would let the police search; nobody has a search over what identifies, and they neither.
  it.each(['kk', 'nik', 'name', 'address', 'guardian'])(
    'is found by nobody who searches by %s: there is no such search',
    async (field) => {
      const value = encodeURIComponent(field === 'address' ? 'Jalan Percobaan 9' : '6171990507120010');
      for (const reader of [desk, shelter, police, api.as('dinsos.peksos')])
        for (const list of ['cases', 'reports']) {
          const search = () => reader.get('intake', `/v1/${list}?${field}=${value}`);
          expect(await refusalOf(search)).toBe('invalid-request');
        }
    },
  );

  // Messages go to the desks of agencies alone; there is nothing to write to a guardian with.
  it.each(['phone', 'email', 'address'])('keeps no %s of a guardian to send a message to', async (way) => {
    const child = { ...delima, guardian: { ...delima.guardian, [way]: '+62561000009' } };
    const told = () => desk.post('intake', '/v1/reports', { ...atSchool, children: [child] });
    expect(await refusalOf(told)).toBe('invalid-request');
  });

  it('is sheltered where the public directory shows no place', async () => {
    const places = await desk.get('referral', '/hsds/service_at_locations?per_page=100');
    const hers = await manager.get('referral', `/v1/handoffs/${placement.id}`);
    expect(hers.to.serviceId).toEqual(expect.any(String));
    const text = JSON.stringify(places);
    expect(places.contents.length).toBeGreaterThan(0);
    expect(text).not.toContain(hers.to.serviceId);
  });
});
