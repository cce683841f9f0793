import { eventually } from '@rujukan/testing';
import { agencyId } from '../../../deploy/demo/directory.mjs';
import { acceptReport, accessToCase, answerHandoff, requestHandoff } from '../../../deploy/demo/steps.mjs';
import { aChild, aDecision, aReport } from '../support/report.js';
import { anOffer, aStory, inLog, refusalOf, written, type Entry } from '../support/story.js';
import { canaries } from '../support/world.js';

const story = aStory('d12');
const { api, at, step, anchor, agencyOf, here } = story;
const desk = api.as('uptd.pengaduan');
const manager = api.as('uptd.manajer');
const doctor = api.as('rs.dokter');
const officer = api.as('dpo');
const school = api.asClient('agency-disdik');

const found = aReport({
  channel: 'outreach-channel',
  children: [aChild({ name: 'Ulin Contoh', birthDate: '2009-03-01', nik: '6171994103090013' })],
  modus: ['social-media-advert', 'peer-recruiter'],
  contributingFactors: ['lifestyle-pressure', 'substance-use'],
});
const minute = 60_000;

let caseId: string;
let mistaken: { id: string };

describe('D-12: a referral goes to the wrong agency', () => {
  beforeAll(async () => {
    await at('-18d 23:00');
    const report = await step('filed', (key) => desk.post('intake', '/v1/reports', found, { key }));
    const accepted = await step('accepted', (key) => acceptReport(desk, report.id, aDecision(), key));
    caseId = accepted.cases[0].id;
    await at('-9d 22:55');
    const toSchool = { serviceType: 'education-support', shareProfile: 'education-support' };
    mistaken = await step('sent by mistake', (key) =>
      requestHandoff(manager, anOffer(caseId, 'disdik', toSchool), key),
    );
    await at('+0:15');
    await step('opened', () => school.get('referral', `/v1/handoffs/${mistaken.id}`));
    await at('+0:12');
    await step('recalled', (key) =>
      answerHandoff(manager, mistaken.id, 'recalls', { reason: 'wrong-receiver' }, key),
    );
    await at('+0:13');
  });

  it('is not asked of a hospital’s work at an education office, which would have been refused', async () => {
    const psychiatry = { serviceType: 'psychiatric-care', shareProfile: 'psychosocial-care' };
    const ask = () => manager.post('referral', '/v1/handoffs', written(caseId, 'disdik', psychiatry));
    expect(await refusalOf(ask)).toBe('service-not-offered');
  });

  it('leaves whoever opened it a receipt without the child', async () => {
    const receipt = await school.get('referral', `/v1/handoffs/${mistaken.id}`);
    expect(receipt).toMatchObject({ status: 'cancelled', allowedActions: [] });
    for (const gone of ['ageBand', 'areaCode', 'riskLevel', 'languages', 'caseId', 'purpose'])
      expect(receipt).not.toHaveProperty(gone);
    await school.get('intake', `/v1/cases/${caseId}`, { expect: [404] });
    const late = () => answerHandoff(school, mistaken.id, 'acceptances');
    expect(await refusalOf(late)).toBe('illegal-transition');
  });

  it('lets the auditor see who opened it, what was exposed, and for how long', async () => {
    const trail = await inLog(story, `case=${caseId}&outcome=success`, (entries) =>
      ['handoff.read', 'handoff.recall', 'handoff.preview-purge'].every((type) =>
        entries.some((entry) => entry.type === type && isAbout(entry, mistaken.id)),
      ),
    );
    const of = (type: string) =>
      trail.filter((entry) => entry.type === type && isAbout(entry, mistaken.id)).reverse();
    const schoolId = here.clients.find(({ clientId }) => clientId === 'agency-disdik')!.agencyId;
    const [opened] = of('handoff.read').filter(({ actor }) => actor.org === schoolId);
    const [recalled] = of('handoff.recall');
    const [purged] = of('handoff.preview-purge');

    expect(opened!.entity[0]!.fields).toEqual(['envelope']);
    const ago = (9 * 24 + 22) * 60 * minute;
    const openedAt = anchor.getTime() - ago - 40 * minute;
    expect(Math.abs(Date.parse(opened!.occurred) - openedAt)).toBeLessThan(minute);
    const exposed = Date.parse(recalled!.occurred) - Date.parse(opened!.occurred);
    expect(Math.abs(exposed - 12 * minute)).toBeLessThan(minute);
    expect(Date.parse(purged!.occurred)).toBeGreaterThanOrEqual(Date.parse(recalled!.occurred));
    expect(purged!.entity.flatMap(({ fields = [] }) => fields)).toContain('ageBand');

    const ledger = await api.as('insp.auditor').get('referral', `/v1/cases/${caseId}/disclosures`);
    expect(ledger.items).toEqual([]);
    for (const name of [...canaries, 'Ulin']) expect(JSON.stringify(trail)).not.toContain(name);
  });

  it('goes to the hospital, which accepts', async () => {
    const psychiatry = { serviceType: 'psychiatric-care', shareProfile: 'psychosocial-care' };
    const right = await step('asked again', (key) =>
      requestHandoff(manager, anOffer(caseId, 'rsud', psychiatry), key),
    );
    await step('accepted there', (key) => answerHandoff(doctor, right.id, 'acceptances', {}, key));
    const file = await accessToCase(doctor, 'intake', caseId);
    expect(file.child.name).toBe('Ulin Contoh');
    const ledger = await eventually('the disclosure in the ledger', async () => {
      const { items } = await manager.get('referral', `/v1/cases/${caseId}/disclosures`);
      return items.length > 0 && items;
    });
    expect(ledger.map((line: { to: { agencyId: string } }) => line.to.agencyId)).toEqual([
      agencyOf('rs.dokter'),
    ]);
  });

  it('does not go to an agency whose agreement has expired', async () => {
    const outreach = { serviceType: 'outreach', shareProfile: 'companionship' };
    const ask = (to: string) =>
      refusalOf(() => manager.post('referral', '/v1/handoffs', written(caseId, to, outreach)));
    expect(await ask('ngo-p')).toBe('agreement-expired');
    const { needs } = await manager.post('referral', '/v1/pre-checks', { serviceTypes: ['outreach'] });
    const provider = needs[0].providers.find(
      (one: { agency: { code: string } }) => one.agency.code === 'ngo-p',
    );
    expect(provider).toMatchObject({ mayBeAsked: false, agreement: 'expired' });
    expect(provider.reasons).toContain('agreement-expired');
    expect(await ask('ngo-e')).toBe('done');
  });

  it('is a breach that was told in time, in a notice that names neither her nor why anybody knows of her', async () => {
    const known = story.clock.now();
    const breach = {
      cause: 'wrong-recipient',
      knownAt: known.toISOString(),
      dataClasses: ['health'],
      persons: 1,
      caseIds: [caseId],
      agencyIds: [agencyId('disdik')],
      description: 'Rujukan terkirim ke instansi yang salah dan sempat dibuka.',
      handling: 'Rujukan ditarik kembali dan pratinjaunya dihapus.',
    };
    const recorded = await step('breach recorded', (key) =>
      officer.post('audit', '/v1/breaches', breach, { key }),
    );
    expect(Date.parse(recorded.dueAt) - known.getTime()).toBe(72 * 60 * minute);
    const seen = await officer.get('audit', `/v1/breaches/${recorded.id}`);
    const [subject] = seen.noticeTexts.person.split('\n');
    expect(subject).toBe('PEMBERITAHUAN TENTANG DATA PRIBADI ANDA');
    for (const name of [...canaries, 'Ulin', caseId])
      for (const notice of Object.values(seen.noticeTexts)) expect(notice).not.toContain(name);

    await at('+52:20');
    const telling = {
      authorityToldAt: story.clock.now().toISOString(),
      notices: [{ caseId, channel: 'in-person', guardian: 'not-suspect' }],
    };
    const told = await step('breach told', (key) =>
      officer.post('audit', `/v1/breaches/${recorded.id}/notifications`, telling, { key, ifMatch: 1 }),
    );
    expect(told).toMatchObject({ status: 'notified', isLate: false });
  });
});

const isAbout = (entry: Entry, id: string): boolean => entry.entity.some((one) => one.id === id);
