import type { CaseId } from '../domain/ids.js';
import { RecordPoliceReport } from '../record-police-report/record-police-report.js';
import {
  anIntake,
  canaries,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { GetCaseTimeline } from './get-case-timeline.query.js';

describe('the timeline of a case', () => {
  let intake: Intake;
  let getCaseTimeline: GetCaseTimeline;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    getCaseTimeline = new GetCaseTimeline(intake.uow);
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    [id] = (await intake.opens()) as [CaseId];
  });

  const typesOf = async (agency: string) => {
    const timeline = await getCaseTimeline.execute(someoneOf(agency), id);
    return timeline.ok ? timeline.value.items.map((item) => item.type) : timeline.reason;
  };

  it('tells the custodian of opening, clock, police report and closure, in order', async () => {
    const later = new Date('2026-03-12T08:00:00.000Z');
    const record = new RecordPoliceReport(intake.uow, intake.sealer);
    await record.execute(someoneOf(uptd, { now: later }), id, 1, {
      policeReportNumber: canaries.policeReportNumber,
      lateReason: { code: 'other', text: 'Menunggu keluarga aman' },
    });
    await intake.closes(id);
    const timeline = await getCaseTimeline.execute(someoneOf(uptd), id);
    const items = timeline.ok ? timeline.value.items : [];
    expect(items.map((item) => item.type).sort()).toEqual([
      'case-closed',
      'case-opened',
      'clock-breached',
      'clock-met',
      'clock-started',
      'custody-began',
      'police-report-recorded',
    ]);
    expect(items[0]).toEqual({ at: new Date('2026-03-07T20:00:00.000Z'), type: 'case-opened' });
    expect(items.find((item) => item.type === 'clock-met')).toMatchObject({ at: later, isLate: true });
    expect(JSON.stringify(items)).not.toContain(canaries.policeReportNumber);
  });

  it('tells a receiver of its own access, and of no duty of the custodian', async () => {
    const handoffId = await intake.refers(id, shelter, 'legal-aid');
    await intake.refers(id, singkawang, 'legal-aid');
    expect(await typesOf(shelter)).toEqual(['case-opened', 'access-granted']);
    await intake.ends(id, handoffId);
    expect(await typesOf(shelter)).toBe('not-found');
  });

  it('looks to another agency as if there were no case', async () => {
    expect(await typesOf(stranger)).toBe('not-found');
    expect((await intake.trail(id)).at(-1)).toMatchObject({ outcome: 'denied', actor: { org: stranger } });
  });

  it('is on record', async () => {
    await typesOf(uptd);
    expect((await intake.trail(id)).at(-1)).toMatchObject({
      outcome: 'success',
      authz: { policyId: 'custody' },
    });
  });
});
