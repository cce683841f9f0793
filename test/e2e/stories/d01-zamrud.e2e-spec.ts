import { eventually } from '@rujukan/testing';
import {
  acceptReport,
  accessToCase,
  agreePlan,
  answerHandoff,
  recordAttended,
  requestHandoff,
} from '../../../deploy/demo/steps.mjs';
import { agencyId } from '../../../deploy/demo/directory.mjs';
import { zamrud } from '../../../deploy/demo/child.mjs';
import { aDecision, aReport } from '../support/report.js';
import { anOffer, aStory } from '../support/story.js';
import { canaries } from '../support/world.js';

const story = aStory('d01');
const { api, at, step } = story;
const manager = api.as('uptd.manajer');
const doctor = api.as('rs.dokter');
const shelter = api.as('plat.pengelola');
const lawyer = api.as('lbh1.advokat');
const overseer = api.as('kppad.komisioner');

const found = aReport({
  children: [zamrud],
  policeReportNumber: 'LP/A/9001/X/2025/SPKT/POLRESTA PONTIANAK/POLDA KALIMANTAN BARAT',
  modus: ['chat-app-advert', 'romantic-partner', 'at-lodging'],
  contributingFactors: ['peer-influence', 'lifestyle-pressure'],
});
const foundAt = new Date(story.anchor.getTime() - (8 * 24 + 11.5) * 3_600_000);
const finding = 'Temuan pemeriksaan hanya untuk penyidik.';

let caseId: string;
let caseNumber: string;
let exam: { id: string };
let placement: { id: string };
let legalAid: { id: string };

interface Clock {
  readonly id: string;
  readonly definition: string;
  readonly agencyId: string;
  readonly caseRef: string;
  readonly isOverdue: boolean;
  readonly state: string;
  readonly isLate?: boolean;
  readonly warned?: number;
}

/** The open clocks of the case, as the commissioner sees them: found by the ids that its custodian knows. */
async function overseenClocks(): Promise<Clock[]> {
  const known = (await manager.get('referral', `/v1/cases/${caseId}/clocks`)).items as Clock[];
  const ids = new Set(known.map(({ id }) => id));
  const seen: Clock[] = [];
  let cursor = '';
  do {
    const page = await overseer.get('referral', `/v1/oversight/clocks?limit=100${cursor}`);
    seen.push(...(page.items as Clock[]));
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
  } while (cursor);
  return seen.filter(({ id }) => ids.has(id));
}

/** What her manager writes down, with the hour since she was found at which it happened. */
const happened = (
  milestone: string,
  { hoursIn, next }: { readonly hoursIn: number; readonly next?: string },
): Promise<void> =>
  step(milestone, async (key) => {
    const occurredAt = new Date(foundAt.getTime() + hoursIn * 3_600_000).toISOString();
    const nextAgency = next === undefined ? {} : { nextAgencyId: agencyId(next) };
    const body = { milestone, occurredAt, ...nextAgency };
    await manager.post('referral', `/v1/cases/${caseId}/milestones`, body, { key });
  });

describe('D-01: found by the police on a Saturday night', () => {
  beforeAll(async () => {
    await at('-8d 11:30');
    const report = await step('filed', (key) =>
      api.as('pol.penyidik').post('intake', '/v1/reports', found, { key }),
    );
    await at('+0:40');
    const accepted = await step('accepted', (key) =>
      acceptReport(api.as('uptd.pengaduan'), report.id, aDecision(), key),
    );
    ({ id: caseId, number: caseNumber } = accepted.cases[0]);

    await happened('police-report-made', { hoursIn: 0, next: 'pol-ptk' });
    await at('+2:20');
    await happened('visum-requested', { hoursIn: 3 });
    const examined = { serviceType: 'medico-legal-exam', shareProfile: 'medical-exam', priority: 'stat' };
    exam = await step('exam asked', (key) => requestHandoff(manager, anOffer(caseId, 'rsud', examined), key));
    await at('+0:30');
    await step('exam accepted', (key) => answerHandoff(doctor, exam.id, 'acceptances', {}, key));
    await at('+1:30');
    placement = await step('bed asked', (key) => requestHandoff(manager, anOffer(caseId, 'plat'), key));
    await at('+0:10');
    await step('bed given', (key) => answerHandoff(shelter, placement.id, 'acceptances', {}, key));
    await step('admitted', (key) => recordAttended(shelter, caseId, placement.id, 'emergency-shelter', key));
    await at('+2:50');
    const performed = { handoffId: exam.id, serviceType: 'medico-legal-exam', status: 'attended' };
    await step('examined', (key) =>
      doctor.post(
        'victim-services',
        `/v1/cases/${caseId}/service-events`,
        { ...performed, note: finding },
        { key },
      ),
    );
    await step('exam done', (key) =>
      answerHandoff(doctor, exam.id, 'completions', { outcome: 'service-provided' }, key),
    );
    await happened('visum-examined', { hoursIn: 8, next: 'rsud' });
    await at('+18:00');
    await happened('victim-interviewed', { hoursIn: 5, next: 'pol-ptk' });
    await happened('restitution-explained', { hoursIn: 10 });
    await happened('handled-under-protection', { hoursIn: 0, next: 'pol-ptk' });
    await happened('temporary-protection-given', { hoursIn: 20, next: 'pol-ptk' });
    await happened('social-report-requested', { hoursIn: 26, next: 'dinsos' });
    await at('-6d 19:30');
    await happened('lpsk-application-filed', { hoursIn: 40, next: 'lpsk' });
    await at('-5d 3:00');
    for (const [milestone, hoursIn] of [
      ['visum-delivered', 72],
      ['social-report-delivered', 80],
    ] as const)
      await happened(milestone, { hoursIn });
    await at('-3d 3:30');
    await step('plan', () => agreePlan(manager, caseId, 'Aman dan tetap bersekolah.', ['Konseling']));
    const aid = { serviceType: 'legal-aid', shareProfile: 'legal-aid', priority: 'routine' };
    legalAid = await step('aid asked', (key) => requestHandoff(manager, anOffer(caseId, 'lbh-1', aid), key));
    await at('+0:30');
    await step('aid given', (key) => answerHandoff(lawyer, legalAid.id, 'acceptances', {}, key));
    await at('-0:01');
  });

  it('is in service: a bed, a lawyer, a plan', async () => {
    const states = await Promise.all(
      [placement, legalAid, exam].map(({ id }) => manager.get('referral', `/v1/handoffs/${id}`)),
    );
    expect(states.map(({ status }) => status)).toEqual(['in-progress', 'accepted', 'completed']);
    const support = await accessToCase(manager, 'victim-services', caseId);
    expect(support.plan).toMatchObject({ objective: 'Aman dan tetap bersekolah.' });
  });

  it('lets the protection unit see of the examination that it was performed, and when, and nothing else', async () => {
    const support = await accessToCase(manager, 'victim-services', caseId);
    const [contact] = support.serviceEvents.filter(
      (event: { serviceType: string }) => event.serviceType === 'medico-legal-exam',
    );
    expect(contact).toMatchObject({ status: 'attended', hasNote: true });
    expect(contact).not.toHaveProperty('note');
    const night = story.anchor.getTime() - (8 * 24 + 3.5) * 3_600_000;
    expect(Math.abs(Date.parse(contact.recordedAt) - night)).toBeLessThan(15 * 60_000);
    const told = await manager.get('referral', `/v1/handoffs/${exam.id}`);
    expect(told).toMatchObject({ status: 'completed', outcome: 'service-provided' });
    for (const seen of [support, told, await manager.get('intake', `/v1/cases/${caseId}`)])
      expect(JSON.stringify(seen)).not.toContain(finding);
  });

  it('shows the commissioner a pseudonym, and everything green but one amber', async () => {
    const clocks = await eventually(
      'the warning of the one that is nearly due',
      async () => {
        const seen = await overseenClocks();
        return seen.some(isAmber) && seen;
      },
      { withinMs: 30_000, everyMs: 250 },
    );
    expect(clocks.filter(isAmber)).toEqual([
      expect.objectContaining({
        definition: 'lpsk-decision',
        agencyId: agencyId('lpsk'),
        warned: 80,
        state: 'running',
      }),
    ]);
    expect(clocks.filter(({ isOverdue }) => isOverdue)).toEqual([]);
    expect(clocks.length).toBeGreaterThan(3);

    expect(new Set(clocks.map(({ caseRef }) => caseRef)).size).toBe(1);
    const shown = JSON.stringify(clocks);
    for (const identifying of [...canaries, caseId, caseNumber, 'Zamrud', zamrud.nik])
      expect(shown).not.toContain(identifying);
    await overseer.get('intake', `/v1/cases/${caseId}`, { expect: [403, 404] });
  });

  it('has met every duty that is over, the decision of LPSK with them once it is told', async () => {
    await happened('lpsk-granted', { hoursIn: 200 });
    const { items } = await manager.get('referral', `/v1/cases/${caseId}/clocks`);
    const over = (items as Clock[]).filter(({ state }) => state !== 'running');
    expect(over.filter(({ state, isLate }) => state !== 'met' || isLate)).toEqual([]);
    expect(over.map(({ definition }) => definition)).toEqual(
      expect.arrayContaining([
        'visum-request',
        'visum-result',
        'restitution-informed',
        'social-report',
        'lpsk-request',
        'lpsk-decision',
      ]),
    );
    const asked = await manager.get('referral', `/v1/cases/${caseId}/milestones`);
    expect(asked.items.at(-1)).toMatchObject({ milestone: 'lpsk-granted' });
  });
});

const isAmber = ({ warned = 0, isOverdue }: Clock): boolean => warned >= 80 && !isOverdue;
