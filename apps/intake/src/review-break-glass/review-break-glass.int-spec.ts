import { randomUUID } from 'node:crypto';
import { publishedEntries, publishedEvents } from '@rujukan/testing';
import { BreakTheGlass } from '../break-the-glass/break-the-glass.js';
import type { CaseId } from '../domain/ids.js';
import { GetCase } from '../get-case/get-case.query.js';
import { ListBreakGlass } from '../list-break-glass/list-break-glass.query.js';
import {
  anIntake,
  police,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { StrikeClocks } from '../strike-clocks/strike-clocks.js';
import { ReviewBreakGlass } from './review-break-glass.js';

const hours = 3_600_000;
const note = 'Anak tidak sadar di ruang gawat darurat';
const why = 'Tidak ada pasien dengan nama ini malam itu';

describe('the review of an emergency access', () => {
  let intake: Intake;
  let id: CaseId;
  let access: { id: string; version: number };
  let doctor: string;

  beforeEach(async () => {
    intake = await anIntake();
    [id] = (await intake.opens()) as [CaseId];
    const [file] = await intake.seenBy<{ number: string }>(
      uptd,
      'select number from case_file where id = $1',
      [id],
    );
    doctor = randomUUID();
    const opened = await new BreakTheGlass(intake.uow, intake.sealer).execute(
      someoneOf(stranger, { roles: ['health-provider'], subject: doctor }),
      { caseNumber: file!.number, reason: 'medical-emergency', note },
    );
    if (!opened.ok) throw new Error(opened.reason);
    access = opened.value;
  });
  afterEach(() => intake.close());

  const as = (agency: string | null, ...roles: string[]) =>
    someoneOf(agency, { roles, now: intake.clock.now() });
  const reviews = (who = as(uptd, 'supervisor'), version = access.version, more: { note?: string } = {}) =>
    new ReviewBreakGlass(intake.uow, intake.sealer).execute(who, access.id, version, {
      finding: 'note' in more ? 'misuse-suspected' : 'justified',
      ...more,
    });
  const listed = async (who: ReturnType<typeof as>) => {
    const list = await new ListBreakGlass(intake.uow, intake.sealer, intake.cursors).execute(who, {
      limit: 10,
    });
    if (!list.ok) throw new Error('refused');
    return list.value.items;
  };

  it('is on the list of the custodian’s supervisor, with the words and what to do', async () => {
    expect(await listed(as(uptd, 'supervisor'))).toMatchObject([
      { id: access.id, caseId: id, agencyId: stranger, status: 'running', note, allowedActions: ['review'] },
    ]);
  });

  it.each([
    ['the auditor, without the words', () => as(police, 'auditor'), 1],
    ['the supervisor of who opened it, without the words', () => as(stranger, 'supervisor'), 1],
    ['a third agency, not at all', () => as(singkawang, 'supervisor'), 0],
    ['nobody’s person, not at all', () => as(null, 'supervisor'), 0],
  ])('is seen by %s', async (_, who, count) => {
    const items = await listed(who());
    expect(items).toHaveLength(count);
    for (const item of items) expect(item).toMatchObject({ allowedActions: [] });
    expect(JSON.stringify(items)).not.toContain(note);
  });

  it('stops its clock, and ends at once what still runs', async () => {
    intake.clock.advance(hours / 6);
    expect(await reviews(as(uptd, 'supervisor'), 1, { note: why })).toMatchObject({
      value: { version: 2, finding: 'misuse-suspected', isLate: false },
    });
    const read = new GetCase(intake.uow, intake.sealer).execute(
      someoneOf(stranger, { roles: ['health-provider'], subject: doctor, now: intake.clock.now() }),
      id,
    );
    expect(await read).toMatchObject({ reason: 'not-found' });
    expect(await publishedEvents(intake.database.worker, 'clock.met.v1')).toMatchObject([
      { data: { definition: 'break-glass-review', isLate: false } },
    ]);
    expect(await publishedEvents(intake.database.worker, 'case.emergency-access-reviewed.v1')).toMatchObject([
      { data: { finding: 'misuse-suspected', reviewerAgencyId: uptd } },
    ]);
    expect(await publishedEvents(intake.database.worker, 'case.emergency-access-ended.v1')).toHaveLength(1);
    expect(await listed(as(uptd, 'supervisor'))).toMatchObject([
      { status: 'reviewed', findingNote: why, allowedActions: [] },
    ]);
    expect(await intake.stolen()).not.toContain(why);
  });

  it('is given by oversight too', async () => {
    expect(await reviews(as(police, 'oversight-commissioner'))).toMatchObject({ ok: true });
  });

  it.each([
    ['the supervisor of who opened it', () => as(stranger, 'supervisor'), 'reviewer-of-own-agency'],
    ['a third agency', () => as(singkawang, 'supervisor'), 'not-found'],
    ['nobody’s person', () => as(null, 'supervisor'), 'not-found'],
  ])('is refused to %s', async (_, who, reason) => {
    expect(await reviews(who())).toMatchObject({ reason });
    expect((await publishedEntries(intake.database.worker)).at(-1)).toMatchObject({
      outcome: 'denied',
      reason,
    });
  });

  it('is not given to what looks different by now, not twice, and not by eight at once', async () => {
    expect(await reviews(as(uptd, 'supervisor'), 7)).toMatchObject({ reason: 'stale-version' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => reviews()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reviews(as(uptd, 'supervisor'), 2)).toMatchObject({ reason: 'emergency-access-reviewed' });
  });

  it('says why, unless all was well', async () => {
    const silent = new ReviewBreakGlass(intake.uow, intake.sealer).execute(
      as(uptd, 'supervisor'),
      access.id,
      1,
      {
        finding: 'not-justified',
      },
    );
    expect(await silent).toMatchObject({ reason: 'finding-note-missing' });
  });

  it('that nobody gives calls the supervisor after a day, then oversight, and can still be given', async () => {
    intake.clock.advance(24 * hours + 1);
    await new StrikeClocks(intake.workerUow).execute();
    intake.clock.advance(24 * hours);
    await new StrikeClocks(intake.workerUow).execute();
    const told = await publishedEvents(intake.database.worker, 'clock.escalated.v1');
    const levels = told
      .filter(({ data }) => data.definition === 'break-glass-review')
      .map(({ data }) => data.level);
    expect(levels).toEqual(['supervisor', 'oversight']);
    expect(await reviews()).toMatchObject({ value: { isLate: true } });
  });

  it('follows custody while it is not given', async () => {
    await intake.transfers(id, uptd, singkawang);
    expect(await reviews()).toMatchObject({ reason: 'not-found' });
    expect(await reviews(as(singkawang, 'supervisor'))).toMatchObject({ ok: true });
  });
});
