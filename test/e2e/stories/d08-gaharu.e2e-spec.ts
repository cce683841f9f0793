import { agencyId } from '../../../deploy/demo/directory.mjs';
import { acceptReport, accessToCase } from '../../../deploy/demo/steps.mjs';
import { aChild, aDecision, aReport } from '../support/report.js';
import { aStory, inLog, refusalOf } from '../support/story.js';

const story = aStory('d08');
const { api, at, step, agencyOf } = story;
const oversight = api.as('kpad.komisioner');
const police = api.as('pol.penyidik');

const counsellor = { name: 'Konselor Contoh', phone: '+62561000008' };
/** By a school counsellor, who has half a name. */
const first = aReport({
  channel: 'school-channel',
  reporterRole: 'teacher',
  reporterContact: counsellor,
  recipientAgencyId: agencyId('kpad'),
  place: { type: 'online-only' },
  summary: 'Siswi lama tidak masuk sekolah dan sering menerima pesan dari orang asing.',
  children: [{ ...aChild({ name: 'Gaharoe C.', statedAge: 15 }), nik: undefined, birthDate: undefined }],
  exploitationTypes: ['grooming'],
  modus: ['social-media-contact'],
});
/** By her mother, at the counter of the police. */
const second = aReport({
  channel: 'police-report',
  reporterRole: 'parent-guardian',
  recipientAgencyId: agencyId('pol-ptk'),
  place: { type: 'unknown-place' },
  summary: 'Anak tidak pulang sejak pagi.',
  policeReportNumber: 'LP/B/9006/X/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT',
  children: [aChild({ name: 'Gaharu Contoh', birthDate: '2010-08-17', nik: '6171995708100009' })],
  exploitationTypes: ['grooming'],
  modus: ['social-media-contact'],
});

interface Report {
  readonly id: string;
  readonly version: number;
  readonly number: string;
}
let l1: Report;
let l2: Report;

const link = (id: string, primaryReportId: string, ifMatch: number, key?: string) =>
  police.post(
    'intake',
    `/v1/reports/${id}/duplicate-links`,
    { primaryReportId },
    { ifMatch, ...(key ? { key } : {}) },
  );

describe('D-08: two agencies hear of one child', () => {
  beforeAll(async () => {
    await at('-4d 21:55');
    l1 = await step('told to the commission', (key) =>
      oversight.post('intake', '/v1/reports', first, { key }),
    );
    await at('+5:35');
    l2 = await step('told to the police', (key) => police.post('intake', '/v1/reports', second, { key }));
  });

  it('lets neither agency see the other’s report before they agree', async () => {
    await police.get('intake', `/v1/reports/${l1.id}`, { expect: [404] });
    await oversight.get('intake', `/v1/reports/${l2.id}`, { expect: [404] });
    expect(await refusalOf(() => link(l2.id, l1.id, l2.version))).toBe('not-found');
  });

  it('ties the first to the second, which the police lead', async () => {
    await at('+1:30');
    const order = { toAgencyId: agencyId('pol-ptk'), reason: 'out-of-jurisdiction' };
    const handed = await step('handed on', (key) =>
      oversight.post('intake', `/v1/reports/${l1.id}/forwardings`, order, { key, ifMatch: l1.version }),
    );
    const linked = await step('linked', (key) => link(l1.id, l2.id, handed.version, key));
    expect(linked).toMatchObject({ status: 'linked-duplicate', primaryReportId: l2.id });
    expect(await refusalOf(() => link(l2.id, l1.id, l2.version))).toBe('illegal-transition');
  });

  it('can be taken apart again, with both steps on record, and tied anew', async () => {
    const linked = await police.get('intake', `/v1/reports/${l1.id}`);
    expect(linked.allowedActions).toEqual(['unlink-duplicate']);
    const apart = await step('taken apart', (key) =>
      police.post(
        'intake',
        `/v1/reports/${l1.id}/unlinkings`,
        { reason: 'linked-by-mistake' },
        { key, ifMatch: linked.version },
      ),
    );
    expect(apart).toMatchObject({ status: 'forwarded' });
    expect(await police.get('intake', `/v1/reports/${l1.id}`)).not.toHaveProperty('primaryReportId');
    const again = await step('linked again', (key) => link(l1.id, l2.id, apart.version, key));
    expect(again).toMatchObject({ status: 'linked-duplicate', primaryReportId: l2.id });
  });

  it('does not show the police who told the commission', async () => {
    const seen = await police.get('intake', `/v1/reports/${l1.id}`);
    expect(seen).not.toHaveProperty('reporterContact');
    expect(JSON.stringify(seen)).not.toMatch(/Konselor|561000008/);
    const own = await oversight.get('intake', `/v1/reports/${l1.id}`);
    expect(own.reporterContact).toEqual(counsellor);
  });

  it('opens one case, of the report that leads, and leaves both reports as they were told', async () => {
    await at('+1d');
    const accepted = await step('accepted', (key) =>
      acceptReport(police, l2.id, aDecision({ riskLevel: 'medium', exploitationTypes: ['grooming'] }), key),
    );
    expect(accepted.cases).toHaveLength(1);
    const file = await accessToCase(police, 'intake', accepted.cases[0].id);
    expect(file.child.name).toBe('Gaharu Contoh');
    const [one, other] = await Promise.all(
      [l1, l2].map(({ id }) => police.get('intake', `/v1/reports/${id}`)),
    );
    expect(one).toMatchObject({ number: l1.number, status: 'linked-duplicate', primaryReportId: l2.id });
    expect(one.children[0].name).toBe('Gaharoe C.');
    expect(other).toMatchObject({ number: l2.number, status: 'accepted' });
  });

  it('keeps both trails whole', async () => {
    const trailOf = async (id: string, last: string, atLeast = 1) => {
      const entries = await inLog(
        story,
        `entity=${id}&outcome=success`,
        (found) =>
          found.some(({ type }) => type === last) &&
          found.filter(({ type }) => type !== 'report.read').length >= atLeast,
      );
      const acts = entries.filter(({ type }) => type !== 'report.read');
      return acts.map(({ type, actor }) => `${type} by ${actor.org}`).reverse();
    };
    const [commission, station] = [agencyOf('kpad.komisioner'), agencyOf('pol.penyidik')];
    const parted = [`report.link by ${station}`, `report.unlink by ${station}`, `report.link by ${station}`];
    expect(await trailOf(l1.id, 'report.link', 5)).toEqual([
      `report.file by ${commission}`,
      `report.forward by ${commission}`,
      ...parted,
    ]);
    const leading = await trailOf(l2.id, 'report.accept');
    expect(leading).toEqual([`report.file by ${station}`, ...parted, `report.accept by ${station}`]);
  });
});
