import { clockQuery } from '@rujukan/clockwork';
import type { CaseId } from '../domain/ids.js';
import { RecordPoliceReport } from '../record-police-report/record-police-report.js';
import { anIntake, canaries, someoneOf, stranger, uptd, type Intake } from '../storage/fixtures/an-intake.js';
import { OverseeClocks } from './oversee-clocks.query.js';

const hours = 3_600_000;

describe('oversight of duties', () => {
  let intake: Intake;

  beforeEach(async () => {
    intake = await anIntake();
  });
  afterEach(() => intake.close());

  const read = async (role: string, query: object = {}) => {
    const oversee = new OverseeClocks(intake.uow, intake.sealer, intake.cursors);
    const answer = await oversee.execute(someoneOf(stranger, { roles: [role] }), clockQuery.parse(query));
    if (!answer.ok) throw new Error('refused');
    return answer.value;
  };

  it('sees every agency’s clocks, and neither case nor number', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    const { items } = await read('oversight-commissioner');
    expect(items).toMatchObject([{ definition: 'police-report', agencyId: uptd, isOverdue: false }]);
    expect(items[0]?.caseRef).toMatch(/^S-/);
    expect(JSON.stringify(items)).not.toContain(id);
    expect((await read('case-manager')).items).toEqual([]);
  });

  it('reads why a limit of the law was missed, as the auditor does', async () => {
    const [id] = (await intake.opens()) as [CaseId];
    intake.clock.advance(80 * hours);
    const lateReason = { code: 'staff-shortage', text: 'Tidak ada petugas piket malam itu' } as const;
    const late = someoneOf(uptd, { now: intake.clock.now() });
    const recorded = await new RecordPoliceReport(intake.uow, intake.sealer).execute(late, id, 1, {
      policeReportNumber: canaries.policeReportNumber,
      lateReason,
    });
    expect(recorded).toMatchObject({ ok: true });
    for (const role of ['oversight-commissioner', 'auditor']) {
      const { items } = await read(role, { standing: 'ended' });
      expect(items).toMatchObject([{ state: 'met', isLate: true, lateReason }]);
      expect(JSON.stringify(items)).not.toContain(canaries.policeReportNumber);
    }
  });

  it('goes page by page', async () => {
    for (let n = 0; n < 3; n += 1) await intake.opens();
    const first = await read('auditor', { limit: 2 });
    const rest = await read('auditor', { limit: 2, cursor: first.next });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
      (await read('auditor')).items.map(({ id }) => id),
    );
  });
});
