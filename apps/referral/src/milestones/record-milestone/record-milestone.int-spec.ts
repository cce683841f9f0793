import { clockQuery } from '@rujukan/clockwork';
import { contextFor, saturdayNight } from '@rujukan/testing';
import { OverseeClocks } from '../../clocks/oversee-clocks/oversee-clocks.query.js';
import type { CaseId } from '../../domain/ids.js';
import type { Happening } from '../../domain/milestones/milestone.js';
import {
  aService,
  canary,
  reasonOf,
  shelter,
  someoneOf,
  singkawang,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ListMilestones } from '../list-milestones/list-milestones.query.js';
import { RecordMilestone } from './record-milestone.js';

const ago = (hours: number) => new Date(saturdayNight.getTime() - hours * 3_600_000);

describe('recording a milestone', () => {
  let service: TestService;
  let id: CaseId;
  let record: RecordMilestone;
  let list: ListMilestones;

  beforeAll(async () => {
    service = await aService();
    record = new RecordMilestone(service.uow, service.sealer);
    list = new ListMilestones(service.uow);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const filed: Happening = { code: 'lpsk-application-filed', occurredAt: ago(48), nextAgency: stranger };
  const tells = (happening: Happening = filed, by = someoneOf(uptd)) => record.execute(by, id, happening);
  const clocksSeenBy = (agency: string) =>
    service.seenBy<{ definition: string; agency_id: string; state: string; is_late: boolean | null }>(
      agency,
      `select definition, agency_id, state, is_late from duty_clock where case_id = $1 and subject = $1
        and definition like 'lpsk%' order by started_at`,
      [id],
    );

  it('starts the seven days of LPSK, and ends them with its decision', async () => {
    const done = valueOf(await tells());
    expect(done).toMatchObject({
      ended: [],
      started: [{ definition: 'lpsk-decision', dueAt: new Date('2026-03-13T16:59:59.999Z') }],
    });
    expect(await clocksSeenBy(stranger)).toMatchObject([{ agency_id: stranger, state: 'running' }]);
    const granted = valueOf(await tells({ code: 'lpsk-granted', occurredAt: ago(1) }));
    expect(granted).toMatchObject({ ended: ['lpsk-decision'], started: [] });
    expect(await clocksSeenBy(uptd)).toMatchObject([{ state: 'met', is_late: false }]);
  });

  it('is one entry with code and agency, and tells who works on the case no more than concerns it', async () => {
    const { id: milestone } = valueOf(await tells());
    const [entry] = await service.trail(milestone);
    expect(entry?.subject).toContain(id);
    expect(entry?.entity).toContainEqual(
      expect.objectContaining({
        type: 'milestone',
        facts: { kind: 'lpsk-application-filed', agency: stranger },
      }),
    );
    await service.refers(id);
    expect(valueOf(await list.execute(someoneOf(uptd), id)).items).toMatchObject([
      { milestone: 'lpsk-application-filed', nextAgencyId: stranger, recordedByAgencyId: uptd },
    ]);
    expect(valueOf(await list.execute(someoneOf(shelter), id)).items).toEqual([]);
    expect(await service.seenBy(shelter, 'select from milestone where case_id = $1', [id])).toEqual([]);
  });

  it('is taken from whoever works on the case, and ends no duty between two others', async () => {
    await service.refers(id);
    valueOf(await tells());
    const rejected: Happening = { code: 'lpsk-rejected', occurredAt: ago(1) };
    expect(valueOf(await tells(rejected, someoneOf(shelter)))).toMatchObject({ ended: [] });
    expect(await clocksSeenBy(uptd)).toMatchObject([{ state: 'running' }]);
  });

  it('keeps why a limit of the law was missed, sealed, for oversight to read', async () => {
    valueOf(await tells({ ...filed, occurredAt: ago(9 * 24) }));
    const granted: Happening = { code: 'lpsk-granted', occurredAt: ago(1) };
    expect(reasonOf(await tells(granted))).toBe('late-reason-missing');
    const why = { code: 'staff-shortage', text: `${canary} menunggu berkas dari kepolisian.` } as const;
    valueOf(await record.execute(someoneOf(uptd), id, granted, why));
    expect(await clocksSeenBy(uptd)).toMatchObject([{ state: 'met', is_late: true }]);
    const rows = await service.seenBy(uptd, 'select late_note from duty_clock where case_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(canary);
    const oversee = new OverseeClocks(service.uow, service.sealer, service.cursors);
    const overseer = contextFor({ agencyId: stranger, roles: ['oversight-commissioner'] });
    const ended = clockQuery.parse({ standing: 'ended', definition: 'lpsk-decision' });
    const { items } = valueOf(await oversee.execute(overseer, ended));
    expect(items.filter(({ lateReason }) => lateReason)).toMatchObject([{ lateReason: why }]);
  });

  it('refuses the future, an agency that is not in the directory, and strangers', async () => {
    expect(reasonOf(await tells({ ...filed, occurredAt: ago(-1) }))).toBe('milestone-in-the-future');
    const nobody = id as unknown as typeof stranger;
    expect(reasonOf(await tells({ ...filed, nextAgency: nobody }))).toBe('unknown-agency');
    for (const by of [stranger, singkawang]) {
      expect(reasonOf(await tells(filed, someoneOf(by)))).toBe('not-found');
      expect(reasonOf(await list.execute(someoneOf(by), id))).toBe('not-found');
    }
    const asStranger = service.seenBy(
      stranger,
      `insert into milestone values (gen_random_uuid(), $1, 'arrested', now(), $2, $2, now())`,
      [id, stranger],
    );
    await expect(asStranger).rejects.toThrow('row-level security');
  });

  it('starts one clock of a kind when eight tell the same at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => tells()));
    expect(await clocksSeenBy(uptd)).toHaveLength(1);
  });

  it('goes on after the case is closed: what the law gives time for does not end with our file', async () => {
    valueOf(await tells());
    await service.closes(id);
    expect(valueOf(await tells({ code: 'lpsk-granted', occurredAt: ago(1) }))).toMatchObject({
      ended: ['lpsk-decision'],
    });
  });
});
